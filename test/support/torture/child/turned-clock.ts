import { z } from 'zod'
import { handleTorture } from './torture-calls.ts'

// Loaded before the engine: its clock can be set forwards and back while it runs, as a person can set a computer's.
const realNow = Date.now.bind(Date)
let offsetMs = 0

Date.now = () => realNow() + offsetMs
handleTorture('torture.turnClock', (input) => {
  ;({ offsetMs } = z.object({ offsetMs: z.number() }).parse(input))
  return null
})
