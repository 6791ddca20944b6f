import type { KeyBinding } from '../keys/bindings.ts'

/** What the keys of the preview do. Before a video, the keys that turn step by frames, and those that zoom change its speed. */
export type PreviewCommand =
  | 'fit'
  | 'fit_width'
  | 'own_size'
  | 'toggle_zoom'
  | 'zoom_in'
  | 'zoom_out'
  | 'turn_left'
  | 'turn_right'
  | 'loupe'
  | 'auto_levels'
  | 'darker'
  | 'brighter'
  | 'less_contrast'
  | 'more_contrast'
  | 'reset_levels'
  | 'next_page'
  | 'previous_page'
  | 'thumbnails'
  | 'other_side'
  | 'compare'
  | 'next_comparison'
  | 'lock_zoom'
  | 'play'

/** The shipped keys of the preview, wherever it is shown. None of them is a key of a view that shows one. */
export const previewKeys: readonly KeyBinding<PreviewCommand>[] = [
  { command: 'fit', keys: ['0'], repeats: false },
  { command: 'fit_width', keys: ['w'], repeats: false },
  { command: 'own_size', keys: ['1'], repeats: false },
  { command: 'toggle_zoom', keys: ['z'], repeats: false },
  { command: 'zoom_in', keys: ['+', '='], repeats: true },
  { command: 'zoom_out', keys: ['-'], repeats: true },
  { command: 'turn_left', keys: [','], repeats: true },
  { command: 'turn_right', keys: ['.'], repeats: true },
  { command: 'loupe', keys: ['g'], repeats: false },
  { command: 'auto_levels', keys: ['i'], repeats: false },
  { command: 'darker', keys: ['5'], repeats: true },
  { command: 'brighter', keys: ['6'], repeats: true },
  { command: 'less_contrast', keys: ['7'], repeats: true },
  { command: 'more_contrast', keys: ['8'], repeats: true },
  { command: 'reset_levels', keys: ['9'], repeats: false },
  { command: 'next_page', keys: ['PageDown'], repeats: true },
  { command: 'previous_page', keys: ['PageUp'], repeats: true },
  { command: 'thumbnails', keys: ['h'], repeats: false },
  { command: 'other_side', keys: ['b'], repeats: false },
  { command: 'compare', keys: ['c'], repeats: false },
  { command: 'next_comparison', keys: ['d'], repeats: true },
  { command: 'lock_zoom', keys: ['y'], repeats: false },
  { command: 'play', keys: ['p'], repeats: false },
]
