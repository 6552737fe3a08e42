"""The course's own tools: set-up, doctor, slides, the notebook checker, and their tests. `course.py` is their face."""
