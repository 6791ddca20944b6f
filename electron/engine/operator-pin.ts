import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * What is kept of a PIN: `scrypt:32768:salt:key`, both in base64. The number is scrypt's cost; block size 8 and one
 * lane are fixed. 32,768 takes 32 MB and about a tenth of a second, so that a stolen settings file is slow to try.
 */
const cost = 2 ** 15
const keyLength = 32
const saltLength = 16

/** A hand-made text must not take the computer's memory. */
const highestCost = 2 ** 18

/** Derives what the settings keep of a new PIN. */
export async function makePin(pin: string): Promise<string> {
  const salt = randomBytes(saltLength)
  const key = await derive(pin, salt, cost, keyLength)
  return ['scrypt', String(cost), salt.toString('base64'), key.toString('base64')].join(':')
}

/** Whether a PIN is the one that `kept` was made of. Takes as long for a wrong one as for the right one. */
export async function isPin(pin: string, kept: string): Promise<boolean> {
  const [, costText = '', saltText = '', keyText = ''] = kept.split(':')
  const keptCost = Number(costText)
  const key = Buffer.from(keyText, 'base64')
  const isUsable = keptCost > 1 && keptCost <= highestCost && Number.isInteger(Math.log2(keptCost))
  if (!isUsable || key.length < saltLength) return false
  const tried = await derive(pin, Buffer.from(saltText, 'base64'), keptCost, key.length)
  return timingSafeEqual(tried, key)
}

/** The same PIN is the same bytes, however a keyboard composes its characters. */
function derive(pin: string, salt: Buffer, usedCost: number, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parameters = { N: usedCost, r: 8, p: 1, maxmem: 256 * usedCost * 8 }
    scrypt(pin.normalize('NFKC'), salt, length, parameters, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}
