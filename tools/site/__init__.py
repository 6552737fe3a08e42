"""The course as pages: every notebook, the glossary and the card, with search, and nothing asked of a network."""
