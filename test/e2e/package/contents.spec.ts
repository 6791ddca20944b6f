import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { listPackage } from '@electron/asar'
import { expect, test } from '@playwright/test'
import { chooseFuses, readFuses } from '../../../build/packaging/fuses.mjs'

function packagedProgram(): string {
  const program = process.env['INTRAY_PACKAGE_EXECUTABLE']
  if (program === undefined) throw new Error('INTRAY_PACKAGE_EXECUTABLE must name the packaged program')
  return program
}

test('the package has the fuses of a release, but for the one that tests need', async () => {
  const fuses = await readFuses(packagedProgram())
  const release = chooseFuses({ platform: process.platform, forTests: false })
  expect(fuses.get('RunAsNode')).toBe(false)
  expect(fuses.get('OnlyLoadAppFromAsar')).toBe(true)
  for (const [name, value] of fuses) {
    if (name !== 'EnableNodeCliInspectArguments') expect([name, value]).toEqual([name, release[name]])
  }
})

test('the package holds what it needs and no sources, tests or foreign binaries', () => {
  const resources = join(dirname(packagedProgram()), 'resources')
  const files = listPackage(join(resources, 'app.asar'), { isPack: false })
  for (const needed of [
    '/out/main/main.js',
    '/out/main/engine.js',
    '/out/preload/preload.cjs',
    '/out/renderer/index.html',
  ]) {
    expect(files).toContain(needed)
  }
  expect(files.filter((file) => /^\/(electron|renderer|test|build|docs)\//.test(file))).toEqual([])
  const unpacked = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' })
  const binaries = unpacked.filter((file) => file.endsWith('.node')).map((file) => basename(file))
  expect(binaries).toEqual([`${process.platform}-${process.arch}.node`])
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false)
  expect(readdirSync(join(resources, 'practice')).length).toBeGreaterThan(20)
})
