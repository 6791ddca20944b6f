import { createCipheriv, createHash } from 'node:crypto'
import type { PdfDictionary, PdfValue } from './pdf-syntax.ts'

/** What fills a password up to 32 bytes. Source: ISO 32000-1, 7.6.3.3. */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/**
 * True when a document opens without a password: it then only restricts what a reader may do, such as printing.
 * Tries the empty password as a reader would (ISO 32000-2, 7.6.4.4). False where that cannot be told.
 */
export function opensWithoutPassword(encryption: PdfDictionary, documentId: PdfValue | undefined): boolean {
  const handler = encryption.get('Filter')
  const isStandard = typeof handler === 'object' && 'name' in handler && handler.name === 'Standard'
  const revision = encryption.get('R')
  const user = encryption.get('U')
  if (!isStandard || typeof revision !== 'number' || !Buffer.isBuffer(user)) return false
  if (revision >= 5) return fitsModernCheck(user, revision)
  const owner = encryption.get('O')
  const permissions = encryption.get('P')
  if (!Buffer.isBuffer(owner) || typeof permissions !== 'number') return false
  const id = Array.isArray(documentId) && Buffer.isBuffer(documentId[0]) ? documentId[0] : Buffer.alloc(0)
  const key = deriveKey({ encryption, revision, owner, permissions, id })
  return fitsLegacyCheck({ key, revision, user, id })
}

interface KeySource {
  readonly encryption: PdfDictionary
  readonly revision: number
  readonly owner: Buffer
  readonly permissions: number
  readonly id: Buffer
}

/** Algorithm 2 of the standard, for the empty password. */
function deriveKey({ encryption, revision, owner, permissions, id }: KeySource): Buffer {
  const permissionBytes = Buffer.alloc(4)
  permissionBytes.writeInt32LE(permissions | 0)
  const clearMetadata = encryption.get('EncryptMetadata')
  const isMetadataClear =
    typeof clearMetadata === 'object' && 'word' in clearMetadata && clearMetadata.word === 'false'
  const suffix = revision >= 4 && isMetadataClear ? Buffer.alloc(4, 0xff) : Buffer.alloc(0)
  const length = revision === 2 ? 5 : keyLength(encryption)
  let key = md5(Buffer.concat([padding, owner.subarray(0, 32), permissionBytes, id, suffix]))
  for (let round = 0; revision >= 3 && round < 50; round += 1) key = md5(key.subarray(0, length))
  return key.subarray(0, length)
}

/** Bytes of the key: `Length` counts bits. Version 4 means 128 bits where it says nothing. */
function keyLength(encryption: PdfDictionary): number {
  const bits = encryption.get('Length')
  const defaultBits = encryption.get('V') === 4 ? 128 : 40
  return Math.min(16, Math.max(5, Math.floor((typeof bits === 'number' ? bits : defaultBits) / 8)))
}

interface LegacyCheck {
  readonly key: Buffer
  readonly revision: number
  readonly user: Buffer
  readonly id: Buffer
}

/** Algorithms 4 and 5. */
function fitsLegacyCheck({ key, revision, user, id }: LegacyCheck): boolean {
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32))
  let check = md5(Buffer.concat([padding, id]))
  for (let round = 0; round < 20; round += 1) check = rc4(Buffer.from(key.map((byte) => byte ^ round)), check)
  return check.equals(user.subarray(0, 16))
}

/** Algorithm 11: the hash of the empty password and the salt that stands behind it. */
function fitsModernCheck(user: Buffer, revision: number): boolean {
  if (user.length < 40) return false
  const salt = user.subarray(32, 40)
  const hash = revision === 5 ? sha(256, salt) : hardenedHash(salt)
  return hash.equals(user.subarray(0, 32))
}

/** Algorithm 2.B for the empty password. */
function hardenedHash(salt: Buffer): Buffer {
  let key = sha(256, salt)
  for (let round = 0, lastByte = 0; round < 64 || lastByte > round - 32; round += 1) {
    const input = Buffer.concat(Array<Buffer>(64).fill(key))
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(
      false,
    )
    const encrypted = cipher.update(input)
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = sha(remainder === 0 ? 256 : remainder === 1 ? 384 : 512, encrypted)
    lastByte = encrypted.at(-1) ?? 0
  }
  return key.subarray(0, 32)
}

function sha(bits: 256 | 384 | 512, bytes: Buffer): Buffer {
  return createHash(`sha${bits}`).update(bytes).digest()
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest()
}

/** The stream cipher that old documents use; current OpenSSL no longer offers it. */
function rc4(key: Buffer, input: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number): number => state[index & 0xff] ?? 0
  const swap = (left: number, right: number): void => {
    const kept = at(left)
    state[left & 0xff] = at(right)
    state[right & 0xff] = kept
  }
  for (let index = 0, other = 0; index < 256; index += 1) {
    other = (other + at(index) + (key[index % key.length] ?? 0)) & 0xff
    swap(index, other)
  }
  let other = 0
  return Buffer.from(
    input.map((byte, index) => {
      other = (other + at(index + 1)) & 0xff
      swap(index + 1, other)
      return byte ^ at(at(index + 1) + at(other))
    }),
  )
}
