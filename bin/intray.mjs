#!/usr/bin/env node
// The `intray` command. It runs on Node 22.14 or newer: older ones lack Node-API 10, and the ledger's native
// module would crash them. So the version is looked at before anything else is loaded.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

/** `EX_CONFIG` of sysexits.h: the machine is not set up for this command. */
const EXIT_NOT_SET_UP = 78
const NODE_API_NEEDED = 10

const program = new URL('../out/main/intray.js', import.meta.url)
const binary = process.platform === 'win32' ? 'node.exe' : 'node'
const ownNode = fileURLToPath(new URL(`../node_modules/node/bin/${binary}`, import.meta.url))

if (!existsSync(program)) {
  stop('not_built', 'Intray is not built yet: run "npm run build" in its folder.')
} else if (Number(process.versions['napi'] ?? 0) >= NODE_API_NEEDED) {
  await import(program.href)
} else if (existsSync(ownNode)) {
  runOn(ownNode)
} else {
  stop('node_too_old', `This Node (${process.version}) is too old: Intray needs Node 22.14 or newer.`)
}

/**
 * @param {string} code
 * @param {string} message
 */
function stop(code, message) {
  console.error(`${message} [${code}]`)
  process.exitCode = EXIT_NOT_SET_UP
}

/**
 * Runs this command again on another Node, with the same arguments, streams and signals.
 * @param {string} node
 */
function runOn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // A terminal sends Ctrl-C to both: passed on as well, the child would see it twice.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)))
  }
  child.on('error', (error) => stop('node_failed', `${node} could not be started: ${error.message}.`))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128 + constants.signals[signal])
  })
}
