// How large panels may be drawn.

const LECTURE = 1.5;
const STACKED = 560; // pixels below which one panel stands under the other
const LEAST = { width: 260, height: 220, lecture: 300 };
const MOST = 340;
const SHAPE = 0.8; // height beside width

/**
 * The room in a part for the panels of one row, in numbers for drawing: what is drawn for a lecture is drawn small, and
 * enlarged by the scale. {scale, stacked, width: of the whole row, height}
 */
export function room(part, row, alone = false) {
  const lecture = part.classList.contains("live-lecture");
  const scale = lecture ? LECTURE : 1;
  const width = Math.max(LEAST.width, row.clientWidth);
  const stacked = width < STACKED * scale;
  const most = lecture ? Math.max(LEAST.lecture, innerHeight / 2) : MOST;
  const height = Math.min(most, Math.max(LEAST.height, (stacked || alone ? width : width / 2) * SHAPE));
  return { scale, stacked, width: width / scale, height: Math.round(height / scale) };
}
