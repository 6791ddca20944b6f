import { pixelsInWords } from './english-wording.ts'

/** Why a picture is not shown, or not made smaller. */
export const pictureSentences = {
  picture_too_large_to_show: 'The picture is too large to be shown.',
  picture_claims: ({ widthPx, heightPx }: { widthPx: number; heightPx: number }) =>
    `The picture claims to be ${pixelsInWords(widthPx, heightPx)}.`,
  more_pages_than: ({ most }: { most: number }) => `It has more than ${String(most)} pages.`,
  no_picture_to_show: 'It holds no picture that can be shown.',
  animation: 'It is an animation.',
  not_smaller_this_way: 'It cannot be made smaller in this way.',
  picture_undecodable: 'The picture cannot be decoded.',
  decoding_too_slow: 'Decoding the picture took too long.',
  intray_is_closing: 'Intray is closing.',
  no_such_page: 'It has no such page.',

  picture_too_large_to_decode: 'The picture is too large to be decoded.',
  no_picture_in_it: 'It holds no picture.',
  animation_is_more: 'It is an animation: one picture of it would not be what it shows.',
  no_recipe_small_enough: 'No recipe of this kind makes it small enough.',
  took_too_long: 'It took too long.',
  repairs_off: 'The settings of the folder say that pictures are not made smaller.',
  family_not_repairable: 'Only JPEG, PNG, TIFF, GIF and raw pictures can be made smaller.',
  within_limit: 'It is within the limit as it is.',
  no_decoder: 'Nothing here can decode pictures.',
  form_first: 'Make the smaller form first, and look at it.',
  form_over_limit: 'This form is still over the limit.',
  original_sent: 'The original is sent already.',
}
