import { defineConfig } from '@playwright/test'

export default defineConfig({
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One window at a time: windows that fight for the focus make keyboard tests meaningless.
  workers: 1,
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
