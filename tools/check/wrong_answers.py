"""Wrong answers to the exercises as readers give them, and the words in which the check has to name each mistake.

The notebook checker puts them, one after another, in the place of the solution in the lesson itself, and runs the
lesson's own check on each.
"""

from __future__ import annotations

RULE = "Initializer mine = (shape, rng) -> "
UNTIE = """Initializer mine = (shape, rng) -> {
    var w = new DMatrixRMaj(shape.rows(), shape.cols());
    for (int i = 0; i < w.numRows; i++)
        for (int j = 0; j < w.numCols; j++)
            w.set(i, j, %s);
    return w;
};"""
SLOPE = "var slope = new double[] {%s};"
FACTOR = "double factor(double n, double variance) { return %s; }"
TREATY = "Initializer treaty = (shape, rng) -> Init.normal(%s).draw(shape, rng);"
SLOPED = "Initializer sloped = (shape, rng) -> Init.normal(%s).draw(shape, rng);"
QR = """Initializer mine = (shape, rng) -> {
    int m = Math.min(shape.rows(), shape.cols()), n = Math.max(shape.rows(), shape.cols());
    var w = Init.normal(1).draw(WeightShape.dense(m, n), rng);
    double[] r = MatrixProduct.plain().orthonormalizeRows(w);
    %s
};"""
SIGNS = "for (int i = 0; i < m; i++) CommonOps_DDRM.scaleRow(Math.signum(r[i]), w, i);"
TURNED = "return shape.rows() > shape.cols() ? CommonOps_DDRM.transpose(w, null) : w;"
STEP = """void step(Network net, DMatrixRMaj batch) {
    var before = net.forward(batch);
    for (int l = 1; l <= net.depth(); l++) {
        %s
    }
}"""
Z = "Moments.of(net.forward(batch).z(l))"
SHRINK = "CommonOps_DDRM.divide(net.layer(l).weights(), %s);"
GAIN = "double myGain(Activation f) { return %s; }"

WRONG = {
    "00-start-here": {
        "exercise-level": [
            ("var std = 2.0 / 400;", "a variance was passed where a standard deviation is due"),
            ("var std = Math.sqrt(1.0 / 400);", "the factor 2 is missing"),
            ("var std = Math.sqrt(4.0 / 400);", "there is a factor 2 too many"),
        ],
        "exercise-rule": [
            (RULE + "Init.normal(2 / shape.fanIn()).draw(shape, rng);", "a variance was passed"),
            (RULE + "Init.normal(Math.sqrt(2 / shape.fanOut())).draw(shape, rng);", "the fans are swapped"),
            (RULE + "Init.uniform(Math.sqrt(2 / shape.fanIn())).draw(shape, rng);", "lacks sqrt 3"),
            (RULE + "Init.normal(Math.sqrt(2) / shape.fanIn()).draw(shape, rng);", "the root of fan_in is missing"),
        ],
    },
    "01-zero-and-symmetry": {
        "exercise-untie": [
            (UNTIE % "0.1 * (i + 1)", "the inputs are told apart, the neurons are not"),
            (UNTIE % "j % 4", "4 different: neurons 1 and 5 are one"),
            (UNTIE % "rng.nextDouble() - 0.5", "this rule uses rng"),
            (UNTIE % "1000.0 * (1 + i + j)", "far too large"),
        ],
        "exercise-gradient": [
            (SLOPE % "0.375, 0.5625", "a larger weight would lower the loss"),
            (SLOPE % "-0.5625, -0.375", "proportional to its input"),
            (SLOPE % "-0.375, -0.375", "proportional to its input"),
            (SLOPE % "-0.1875, -0.28125", "the factor 2 of the square's derivative is missing"),
            (SLOPE % "-1.5, -2.25", "the output weight 0.25 was forgotten"),
            (SLOPE % "-0.6875, -1.03125", "the size is not"),
        ],
    },
    "02-too-small-too-large": {
        "exercise-factor": [
            (FACTOR % "n * variance", "the ReLU's half is missing"),
            (FACTOR % "Math.sqrt(n * variance / 2)", "no root here"),
            (FACTOR % "n * variance * variance / 2", "it is a variance already"),
            (FACTOR % "variance / 2", "give another factor"),
            (FACTOR % "8", "proportional to n and to the variance"),
        ],
        "exercise-limit": [
            ("var limit = Math.sqrt(1.0 / 300);", "a uniform limit lacks sqrt 3"),
            ("var limit = 3.0 / 300;", "the root is missing"),
            ("var limit = 1.0 / 300;", "a variance was passed where a limit is due"),
            ("var limit = Math.sqrt(6.0 / 300);", "there is a factor 2 too many"),
        ],
    },
    "03-xavier": {
        "exercise-xavier": [
            (RULE + "Init.uniform(Math.sqrt(2 / (shape.fanIn() + shape.fanOut()))).draw(shape, rng);", "lacks sqrt 3"),
            (RULE + "Init.uniform(6 / (shape.fanIn() + shape.fanOut())).draw(shape, rng);", "the root is missing"),
            (RULE + "Init.uniform(Math.sqrt(3 / shape.fanIn())).draw(shape, rng);", "only fan_in is used"),
            (RULE + "Init.normal(2 / (shape.fanIn() + shape.fanOut())).draw(shape, rng);", "a variance was passed"),
        ],
        "exercise-treaty": [
            ("Initializer treaty = Init.xavierUniform();", "this is Xavier"),
            ("Initializer treaty = Init.lecunNormal();", "only fan_in is used"),
            (TREATY % "1 / Math.sqrt(shape.fanIn() * shape.fanOut())", "a variance was passed"),
            (TREATY % "Math.sqrt(2 / Math.sqrt(shape.fanIn() * shape.fanOut()))", "a factor 2 too many"),
        ],
        "exercise-gain": [
            ("var gain = 5.0 / 3;", "gain too large"),
            ("var gain = 1.5925;", "gain too large"),
            ("var gain = 0.9;", "gain too small"),
        ],
    },
    "04-he": {
        "exercise-width": [
            ("var width = 361;", "a factor 2 too many"),
            ("var width = 64;", "too narrow"),
            ("var width = 1000;", "wider than asked"),
        ],
        "exercise-leaky": [
            (SLOPED % "Math.sqrt(2 / (1.5 * shape.fanIn()))", "the slope is not squared"),
            (SLOPED % "Math.sqrt(2 / shape.fanIn())", "the slope is missing"),
            (SLOPED % "Math.sqrt(2 * 1.25 / shape.fanIn())", "multiplies where it should divide"),
            (SLOPED % "Math.sqrt(2 / (1.25 * shape.fanOut()))", "the fans are swapped"),
        ],
    },
    "05-orthogonal": {
        "exercise-qr": [
            (QR % TURNED, "no sign fix after QR"),
            (QR % (SIGNS + "\n    return w;"), "(asked for"),
            (QR % (SIGNS + "\n    CommonOps_DDRM.scale(2, w);\n    " + TURNED), "their squared length is"),
        ],
        "exercise-wide": [
            ("double gain = Math.sqrt(2);", "the shape is missing"),
            ("double gain = 2;", "ReLU's half is missing"),
            ("double gain = 8;", "a gain is its root"),
            ("double gain = Math.sqrt(2) / 2;", "start from gain"),
        ],
    },
    "06-lsuv": {
        "exercise-step": [
            (STEP % (SHRINK % (Z + ".variance()")), "divided by the variance"),
            (STEP % f"CommonOps_DDRM.scale({Z}.std(), net.layer(l).weights());", "and not divided"),
            (STEP % (SHRINK % "Moments.of(net.forward(batch).a(l)).std()"), "is it z, before the activation"),
            (STEP % ("if (l < net.depth()) " + SHRINK % (Z + ".std()")), "the last layer was left out"),
            (STEP % (SHRINK % "Moments.of(before.z(l)).std()"), "pass the batch again after each rescaling"),
        ],
        "exercise-input": [
            ("var input = raw.copy(); CommonOps_DDRM.divide(input, 255);", "the mean is not 0"),
            (
                "var input = raw.copy(); CommonOps_DDRM.add(input, -Moments.of(raw).mean());",
                "the standard deviation is not 1",
            ),
            (
                "var input = Data.standardize(CommonOps_DDRM.transpose(raw, null)); CommonOps_DDRM.transpose(input);",
                "standardize feature by feature",
            ),
        ],
    },
    "07-gain-for-any-activation": {
        "exercise-gain": [
            (GAIN % "Gaussian.expect(z -> Math.pow(f.apply(z), 2))", "the gain makes up for it"),
            (GAIN % "Math.sqrt(Gaussian.expect(z -> Math.pow(f.apply(z), 2)))", "the gain is one over it"),
            (GAIN % "1 / Gaussian.expect(z -> Math.pow(f.apply(z), 2))", "the root is missing"),
            (GAIN % "1 / Math.sqrt(Gaussian.expect(z -> Math.pow(f.slope(z), 2)))", "that keeps the gradient"),
        ],
        "exercise-rule": [
            (RULE + "Init.normal(Math.sqrt(Gain.secondMoment(SILU) / shape.fanIn())).draw(shape, rng);", "its square"),
            (
                RULE + "Init.normal(Gain.secondMoment(SILU) / shape.fanIn()).draw(shape, rng);",
                "root of fan_in is missing",
            ),
            ("Initializer mine = Init.lecunNormal();", "this is LeCun's rule"),
            ("Initializer mine = Init.heNormal();", "this is He's rule"),
        ],
        "exercise-gate": [
            ("double behind = 0.4252;", "this is E a^2:"),
            ("double behind = 1 / 0.4252;", "a gain is its root"),
            ("double behind = Gain.variance(GELU);", "the mean matters"),
            ("double behind = Gain.gradient(GELU);", "sum up"),
        ],
    },
}


def with_wrong_answers(book: dict, wrong: dict[str, list[tuple[str, str]]]) -> dict:
    """A solved lesson with wrong answers after each check, each with a copy of the check, then the solution again."""
    cells, answered = [], None
    for cell in book["cells"]:
        cells.append(cell)
        if cell["cell_type"] != "code":
            continue
        if cell.get("id") in wrong:
            answered = cell
        elif answered and "Check." in cell["source"]:
            for source, due in wrong[answered["id"]]:
                cells += [extra(source), extra(cell["source"], {"answer": source, "due": due, "of": answered["id"]})]
            cells += [extra(answered["source"]), extra(cell["source"])]
            answered = None
    return {**book, "cells": cells}


def extra(source: str, known: dict | None = None) -> dict:
    """A cell that no reader sees; if it checks a wrong answer, it knows which."""
    mark = {"extra": True} if known is None else {"extra": True, "known": known}
    cell = {"cell_type": "code", "id": "extra", "source": source, "metadata": mark}
    return {**cell, "outputs": [], "execution_count": None}
