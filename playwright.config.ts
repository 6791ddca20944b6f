import { defineConfig } from '@playwright/test'

/** Each with room for one window: windows that fight for the focus make keyboard tests meaningless. */
const displays = process.env['INTRAY_TEST_DISPLAYS']?.split(' ') ?? []

export default defineConfig({
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: Math.max(1, displays.length),
  // A busy build machine gives a window a second try, and the report calls it flaky. Nothing else gets one: what a
  // property or a torture test finds once is true.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: Boolean(process.env['CI']),
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'app', testDir: 'test/e2e', testIgnore: 'package/**', outputDir: 'test-results/app' },
    { name: 'package', testDir: 'test/e2e/package', outputDir: 'test-results/package' },
    { name: 'screenshots', testDir: 'test/screenshots', outputDir: 'test-results/screenshots' },
  ],
})
