/** A lesson's figure, as a page's element carries it. */
export const FIGURE = {
  id: "04", activation: "ReLU", width: 64, depth: 50, kind: "gain", range: [0.5, 2.5, 0.01], first: 1, beside: ["He"],
  reach: 20, question: "What is it?",
};

const side = (median) => ({ median, low: median.map((x) => x / 2), high: median.map((x) => x * 2), theory: median });

/** A curve of two layers that ends at these second moments. */
export const curve = (forward, backward) => ({
  name: "gain 1", kind: "median", forward: side([1, 1, forward]), backward: side([backward, 1, 1]),
  end: { forward: [forward / 1.1, forward * 1.1], backward: [] },
});
