/**
 * @typedef {object} Looks
 * @property {string} skin
 * @property {string} iris
 * @property {string} lip
 * @property {{ style: import('./svg/hair.mjs').HairStyle, colour: string }} hair
 * @property {{ cut: import('./svg/clothes.mjs').ClothesCut, colour: string, accent?: string }} clothes
 * @property {number} smile 0 is a passport's face, 1 a friendly one
 * @property {number} lipFullness
 * @property {'soft' | 'square'} jaw
 * @property {number} noseWidth
 * @property {number} browWeight
 * @property {string} [glasses] colour of the frame
 * @property {{ colour: string, full: boolean }} [beard]
 */

const fair = '#f0c9ab'
const light = '#f6d6bd'
const olive = '#d9a679'
const brown = '#a86f48'
const deep = '#7a4a31'

const common = { smile: 0.3, noseWidth: 15, browWeight: 5, lip: '#c4685f', lipFullness: 1, jaw: 'soft' }
const woman = (looks) => ({ ...common, ...looks })
const man = (looks) => ({
  ...common,
  lip: '#b9736a',
  lipFullness: 0.62,
  jaw: 'square',
  browWeight: 7,
  ...looks,
})

/** @type {Record<string, Looks>} */
export const looks = {
  mara: woman({
    skin: light,
    iris: '#5f8f63',
    hair: { style: 'bob', colour: '#7d4a2d' },
    clothes: { cut: 'blouse', colour: '#35607d', accent: '#f1d8a0' },
  }),
  tobias: man({
    skin: fair,
    iris: '#4d7fae',
    hair: { style: 'parted', colour: '#b98a4a' },
    clothes: { cut: 'jacket', colour: '#2c3a52', accent: '#8a2c3d' },
    beard: { colour: '#a87b42', full: true },
    browWeight: 6,
  }),
  odalys: woman({
    skin: brown,
    iris: '#5b3a22',
    lip: '#a3483f',
    hair: { style: 'curly', colour: '#2b1c18' },
    clothes: { cut: 'crew', colour: '#b5503c' },
    noseWidth: 17,
  }),
  ilmar: man({
    skin: fair,
    iris: '#6d8190',
    hair: { style: 'short', colour: '#4a382c' },
    clothes: { cut: 'crew', colour: '#4d7462' },
    glasses: '#2b2f36',
    smile: 1,
  }),
  petra: woman({
    skin: light,
    iris: '#5a8bb8',
    hair: { style: 'bun', colour: '#8d8a88' },
    clothes: { cut: 'roll', colour: '#6b4a6e' },
    smile: 0.8,
  }),
  kofi: man({
    skin: deep,
    iris: '#3d2719',
    lip: '#8d4a44',
    hair: { style: 'crop', colour: '#191413' },
    clothes: { cut: 'crew', colour: '#d9a441' },
    noseWidth: 19,
    browWeight: 6,
    smile: 0.9,
  }),
  yuna: woman({
    skin: '#f3cfae',
    iris: '#3f2a1c',
    hair: { style: 'long', colour: '#22191a' },
    clothes: { cut: 'blouse', colour: '#4f7f7a', accent: '#ffffff' },
    noseWidth: 13,
    smile: 0.6,
  }),
  rafiq: man({
    skin: olive,
    iris: '#7a5c34',
    lip: '#ac5f55',
    hair: { style: 'bald', colour: '#6f6863' },
    clothes: { cut: 'jacket', colour: '#4b4640', accent: '#2f5d62' },
    beard: { colour: '#77706b', full: true },
    browWeight: 7,
    noseWidth: 18,
  }),
  elodie: woman({
    skin: fair,
    iris: '#6a8f5a',
    hair: { style: 'long', colour: '#a4502a' },
    clothes: { cut: 'roll', colour: '#2f4a44' },
    smile: 0.5,
    noseWidth: 13,
  }),
  joss: man({
    skin: fair,
    iris: '#4f86a8',
    hair: { style: 'curly', colour: '#a8622f' },
    clothes: { cut: 'crew', colour: '#3e4f7a' },
    smile: 0.6,
  }),
  noor: woman({
    skin: olive,
    iris: '#4a3020',
    hair: { style: 'bun', colour: '#2a1d1a' },
    clothes: { cut: 'jacket', colour: '#5a3550', accent: '#caa25a' },
    glasses: '#6e3a2c',
    smile: 0.5,
    noseWidth: 14,
  }),
  bram: man({
    skin: light,
    iris: '#77868c',
    hair: { style: 'short', colour: '#b9b4ad' },
    clothes: { cut: 'roll', colour: '#384a5e' },
    beard: { colour: '#aaa49c', full: false },
    browWeight: 6,
    noseWidth: 17,
  }),
}
