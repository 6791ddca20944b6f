import { darker, lighter } from './colour.mjs'

/**
 * Hair in the 400 x 500 box of a portrait: what lies behind the head, and what lies over it.
 * Each style answers with paths only; colour and strands are added by `drawHair`.
 */
const styles = {
  short: {
    behind: '',
    over: 'M119 206 C108 96 166 72 208 76 C262 72 296 112 281 206 C279 186 276 172 268 158 C244 160 206 150 186 132 C172 150 146 158 134 160 C126 174 121 188 119 206 Z',
    strands: [
      'M140 138 C160 112 190 98 226 98',
      'M166 138 C184 116 220 108 262 126',
      'M132 150 C140 122 160 98 190 88',
    ],
  },
  crop: {
    behind: '',
    over: 'M121 200 C112 104 164 84 200 84 C238 84 288 104 279 200 C277 172 270 150 256 142 C232 132 168 132 144 142 C130 150 123 172 121 200 Z',
    strands: ['M146 128 C176 112 224 112 254 128'],
  },
  bob: {
    behind:
      'M102 300 C84 130 142 66 202 68 C262 66 318 130 298 300 C296 322 268 328 252 316 L148 316 C132 328 104 322 102 300 Z',
    over: 'M112 290 C98 126 150 80 204 80 C256 80 302 126 288 290 C282 240 278 190 260 158 C226 168 178 152 164 128 C156 158 132 190 130 220 C126 250 124 276 112 290 Z',
    strands: [
      'M170 120 C200 148 240 152 268 150',
      'M120 220 C118 168 138 118 172 100',
      'M286 230 C288 170 268 116 226 96',
      'M110 280 C108 250 108 220 112 200',
    ],
  },
  long: {
    behind:
      'M96 430 C64 300 92 70 202 66 C312 70 336 300 304 430 C286 452 250 446 236 420 L164 420 C150 446 114 452 96 430 Z',
    over: 'M106 300 C96 128 152 78 200 78 C250 78 304 128 294 300 C286 270 284 240 278 216 C272 176 256 146 212 116 C172 142 134 176 126 216 C120 244 116 270 106 300 Z',
    strands: [
      'M212 92 C172 112 136 152 124 208',
      'M216 94 C252 114 274 156 280 210',
      'M104 400 C92 330 98 250 108 210',
      'M296 400 C308 330 302 250 292 210',
      'M122 416 C108 350 108 300 112 262',
      'M280 414 C294 350 292 300 288 262',
    ],
  },
  curly: {
    behind:
      'M112 250 C84 214 88 126 134 92 C170 62 232 62 268 92 C314 126 316 214 288 250 C276 262 268 250 264 240 L136 240 C132 250 124 262 112 250 Z',
    over: '',
    strands: [],
  },
  bun: {
    behind: 'M160 80 C150 34 250 34 240 80 C252 98 148 98 160 80 Z',
    over: 'M120 214 C108 110 156 76 200 78 C246 76 292 110 280 214 C278 180 268 150 238 128 C214 118 184 118 162 128 C132 150 122 180 120 214 Z',
    strands: [
      'M130 158 C150 116 176 98 198 88',
      'M270 158 C250 116 226 98 202 88',
      'M150 130 C166 108 184 98 198 92',
      'M250 130 C234 108 216 98 202 92',
      'M172 70 C186 52 214 52 228 70',
    ],
  },
  parted: {
    behind: '',
    over: 'M118 214 C102 92 164 66 222 72 C284 78 294 132 281 210 C278 186 276 170 270 158 C236 156 190 146 164 118 C160 146 128 160 124 178 C121 190 119 200 118 214 Z',
    strands: [
      'M166 112 C190 92 226 90 262 112',
      'M172 126 C206 134 244 138 272 140',
      'M126 168 C128 134 140 108 160 96',
      'M176 104 C206 96 246 106 274 130',
    ],
  },
  bald: {
    behind: '',
    over: 'M119 216 C110 180 112 152 126 132 C130 160 126 190 123 216 Z M281 216 C290 180 288 152 274 132 C270 160 274 190 277 216 Z',
    strands: [],
  },
}

function curls(hair) {
  const spots = [
    [118, 214, 17],
    [112, 188, 20],
    [112, 160, 23],
    [120, 132, 27],
    [140, 108, 30],
    [166, 92, 32],
    [198, 84, 34],
    [232, 90, 32],
    [260, 108, 30],
    [280, 132, 27],
    [288, 160, 23],
    [288, 188, 20],
    [282, 214, 17],
    [150, 122, 24],
    [180, 112, 26],
    [218, 112, 27],
    [250, 124, 23],
    [200, 100, 28],
  ]
  return spots
    .map(
      ([x, y, r]) =>
        `<circle cx="${x}" cy="${y}" r="${r}" fill="${hair}"/><path d="M${x - r * 0.5} ${y} a${r * 0.5} ${r * 0.5} 0 0 1 ${r * 0.7} ${-r * 0.5}" fill="none" stroke="${lighter(hair, 0.22)}" stroke-width="3" stroke-linecap="round" opacity=".45"/>`,
    )
    .join('')
}

/** @typedef {keyof typeof styles} HairStyle */

/**
 * @param {{ style: HairStyle, colour: string }} hair
 * @returns {{ behind: string, over: string }} two SVG fragments
 */
export function drawHair({ style, colour }) {
  const { behind, over, strands } = styles[style]
  const shade = darker(colour, 0.3)
  const lines = strands
    .map(
      (d, index) =>
        `<path d="${d}" fill="none" stroke="${index % 2 ? shade : lighter(colour, 0.24)}" stroke-width="3.2" stroke-linecap="round" opacity=".42"/>`,
    )
    .join('')
  return {
    behind: behind && `<path d="${behind}" fill="${darker(colour, 0.22)}"/>`,
    over: style === 'curly' ? curls(colour) : `<path d="${over}" fill="${colour}"/>${lines}`,
  }
}
