import { defineConfig } from '@playwright/test'

export default defineConfig({
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One window at a time: windows that fight for the focus make keyboard tests meaningless.
  workers: 1,
  // A busy build machine gives a test a second try, and the report calls it flaky. Nobody's own machine does.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: Boolean(process.env['CI']),
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'app', testDir: 'test/e2e', testIgnore: 'package/**', outputDir: 'test-results/app' },
    { name: 'package', testDir: 'test/e2e/package', outputDir: 'test-results/package' },
    { name: 'screenshots', testDir: 'test/screenshots', outputDir: 'test-results/screenshots' },
  ],
})
