package initlab.ledger;

import initlab.base.Args;

/** A text whose claims the course judges. */
public enum Source {
  // the five texts that the course began with
  STRATEGIES(
      "Rubel: Advanced Weight Initialization Strategies (2026)",
      "https://rubel.dev/blog/advanced-weight-initialization-strategies-for-deep-learning"),
  REFERENCE("Seed42: Weight Initialization", "https://seed42.dev/learn/weight-initialization"),
  SCALED(
      "GenAI concepts: Weight Initialization",
      "https://genai4a11.github.io/concepts/weight-init.html"),
  SERIES("Deep Learning Series: Weight initialization, 15 January 2026", ""),
  RULE_PILE(
      "AI foundation 04: Where the rule pile starts",
      "https://tracker-7ex.pages.dev/00_ai_foundation/01_neural_network_primitives/04-weight-initialization/"),
  // courses
  UVA(
      "UvA deep learning, tutorial 4",
      "https://uvadlc-notebooks.readthedocs.io/en/latest/tutorial_notebooks/tutorial4/Optimization_and_Initialization.html"),
  DEEPLEARNING_AI(
      "deeplearning.ai, AI notes: initialization",
      "https://www.deeplearning.ai/ai-notes/initialization/"),
  FASTAI(
      "fast.ai part 2, notebook 11",
      "https://github.com/fastai/course22p2/blob/master/nbs/11_initializing.ipynb"),
  NEUROMATCH(
      "Neuromatch deep learning, W1D3 tutorial 2",
      "https://deeplearning.neuromatch.io/tutorials/W1D3_MultiLayerPerceptrons/student/W1D3_Tutorial2.html"),
  CS231N("CS231n notes, part 2", "https://cs231n.github.io/neural-networks-2/"),
  // libraries
  PYTORCH("PyTorch, torch.nn.init", "https://docs.pytorch.org/docs/stable/nn.init.html"),
  CONTROLNET(
      "ControlNet's FAQ, where it is asked and answered",
      "https://github.com/lllyasviel/ControlNet/blob/main/docs/faq.md"),
  LSUV_CODE("LSUVinit, issue 6", "https://github.com/ducha-aiki/LSUVinit/issues/6"),
  // papers
  GLOROT("Glorot and Bengio 2010", "https://proceedings.mlr.press/v9/glorot10a.html"),
  HE("He et al. 2015", "https://arxiv.org/abs/1502.01852"),
  PENNINGTON("Pennington et al. 2017", "https://arxiv.org/abs/1711.04735"),
  SCHOENHOLZ("Schoenholz et al. 2017", "https://arxiv.org/abs/1611.01232"),
  POOLE("Poole et al. 2016", "https://arxiv.org/abs/1606.05340"),
  BALDUZZI("Balduzzi et al. 2017", "https://arxiv.org/abs/1702.08591"),
  SAXE("Saxe et al. 2014", "https://arxiv.org/abs/1312.6120"),
  SUSSILLO("Sussillo and Abbott 2014", "https://arxiv.org/abs/1412.6558"),
  GPT2("Radford et al. 2019 (GPT-2)", "https://github.com/openai/gpt-2"),
  LORA("LoRA, issue 98", "https://github.com/microsoft/LoRA/issues/98"),
  SIREN("Sitzmann et al. 2020", "https://arxiv.org/abs/2006.09661"),
  RETINANET("Lin et al. 2017 (RetinaNet)", "https://arxiv.org/abs/1708.02002"),
  LECUN("LeCun et al. 1998", "https://doi.org/10.1007/3-540-49430-8_2");

  private final String title;
  private final String link;

  Source(String title, String link) {
    this.title = Args.given(title, "the title", "Name the text.");
    this.link = link;
  }

  /** Who says it, by author or title. */
  public String title() {
    return title;
  }

  /** Its address, https; empty where none is known. */
  public String link() {
    return link;
  }

  /** The title as a link, in HTML. */
  String html() {
    String words = Html.of(title);
    return link.isEmpty() ? words : "<a href=\"" + Html.of(link) + "\">" + words + "</a>";
  }
}
