import { describe, expect, it } from 'vitest'
import { dateFormatsOf, findDates } from '../../../../electron/engine/identify/teaching/date-format.ts'

describe('dateFormatsOf', () => {
  it.each([
    [['20240501'], ['YYYYMMDD']],
    [['2024-05-01', '2023-12-31'], ['YYYY-MM-DD']],
    [['01.05.2024'], ['DD.MM.YYYY', 'MM.DD.YYYY', 'D.M.YYYY', 'M.D.YYYY']],
    [
      ['01.05.2024', '31.05.2024'],
      ['DD.MM.YYYY', 'D.M.YYYY'],
    ],
    [
      ['1.5.2024', '12.10.2024'],
      ['D.M.YYYY', 'M.D.YYYY'],
    ],
    [['240501'], ['YYMMDD', 'DDMMYY']],
    [['20240501101500'], ['YYYYMMDDHHmmss']],
    [['2024-02-30'], []],
    [['2024-05-01', '20240501'], []],
    [['4711'], []],
    [[], []],
  ])('of %j are %j', (texts, formats) => {
    expect(dateFormatsOf(texts)).toEqual(formats)
  })
})

describe('findDates', () => {
  it.each([
    ['scan 2024-05-01 of 4711', ['2024-05-01']],
    ['IMG_20240501_101500', ['20240501']],
    ['123456789', []],
    ['from 01.05.2024 to 02.05.2024', ['01.05.2024', '02.05.2024']],
  ])('in %s', (text, dates) => {
    expect(findDates(text).map(({ start, end }) => text.slice(start, end))).toEqual(dates)
  })
})
