import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { respondWithScan } from '../../../electron/main/scan-response.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function scan(content = '0123456789'): string {
  const path = join(temporaryFolder(), 'scan.mp4')
  writeFileSync(path, content)
  return path
}

describe('the answer with a scan', () => {
  it('is the whole file, which nothing may keep and no page may run', async () => {
    const response = await respondWithScan(scan(), 'video/mp4', null)
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('0123456789')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '10',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as string,
    })
  })

  it('is a part of it when a part is asked for', async () => {
    const response = await respondWithScan(scan(), 'video/mp4', 'bytes=3-5')
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe('bytes 3-5/10')
    expect(await response.text()).toBe('345')
  })

  it('says that a part is not there', async () => {
    const response = await respondWithScan(scan(), 'video/mp4', 'bytes=10-')
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */10')
  })

  it('is empty for an empty file', async () => {
    const response = await respondWithScan(scan(''), 'text/plain', null)
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('is never a page, a program or a folder', async () => {
    const refused = expect.objectContaining({ code: 'preview_unavailable' }) as Error
    await expect(respondWithScan(scan(), 'text/html', null)).rejects.toThrow(refused)
    await expect(respondWithScan(scan(), 'image/svg+xml', null)).rejects.toThrow(refused)
    const folder = join(temporaryFolder(), 'folder.pdf')
    mkdirSync(folder)
    await expect(respondWithScan(folder, 'application/pdf', null)).rejects.toThrow(refused)
  })
})
