const round = (value) => Math.round(value * 10) / 10

/** A path through `count` points that `at` gives for a parameter from 0 to 1. */
function trace(count, at) {
  const points = Array.from({ length: count + 1 }, (_, index) =>
    at(index / count)
      .map(round)
      .join(' '),
  )
  return `M${points.join('L')}`
}

/**
 * A family of woven wave lines across a box, as on banknotes.
 * @param {{ x: number, y: number, width: number, height: number, lines: number, waves: number, colour: string, opacity?: number, stroke?: number }} weave
 */
export function drawWeave({ x, y, width, height, lines, waves, colour, opacity = 0.35, stroke = 0.8 }) {
  const d = Array.from({ length: lines }, (_, line) => {
    const phase = (line / lines) * Math.PI * 2
    return trace(110, (t) => {
      const swell =
        Math.sin(t * Math.PI * 2 * waves + phase) * 0.34 + Math.sin(t * Math.PI * 5 + phase * 2) * 0.12
      return [x + t * width, y + height * (0.5 + swell)]
    })
  }).join('')
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${stroke}" opacity="${opacity}"/>`
}

/**
 * A rosette: nested turns of one flower curve.
 * @param {{ x: number, y: number, radius: number, petals: number, rings: number, colour: string, opacity?: number, stroke?: number }} rosette
 */
export function drawRosette({ x, y, radius, petals, rings, colour, opacity = 0.4, stroke = 0.8 }) {
  const d = Array.from({ length: rings }, (_, ring) => {
    const size = radius * (0.3 + (0.7 * (ring + 1)) / rings)
    const twist = (ring / rings) * (Math.PI / petals) * 2
    return trace(petals * 14, (t) => {
      const angle = t * Math.PI * 2
      const reach = size * (0.8 + 0.2 * Math.cos(petals * angle + twist * petals))
      return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach]
    })
  }).join('')
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${stroke}" opacity="${opacity}"/>`
}

/** Lines of microtext filling a box: a texture rather than something to read. */
export function drawMicrotext({ x, y, width, rows, gap, text, colour, opacity = 0.35 }) {
  const line = `${text} `.repeat(Math.ceil(width / (text.length * 2.6)))
  const lines = Array.from(
    { length: rows },
    (_, row) =>
      `<text x="${-(row % 3) * 9}" y="${5 + row * gap}" font-family="Nimbus Sans" font-size="4.4" letter-spacing=".4" fill="${colour}" opacity="${opacity}">${line}</text>`,
  ).join('')
  return `<svg x="${x}" y="${y}" width="${width}" height="${rows * gap + 4}">${lines}</svg>`
}
