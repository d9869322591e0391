// A small driver for the Firefox that is installed. It speaks Firefox's own remote protocol (Marionette: JSON over a
// socket), because Playwright drives only builds of its own.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.dom.window.dump.enabled': true,
  // What a page writes to its console comes out here; what parts of Firefox write begins with their unquoted name.
  'devtools.console.stdout.chrome': false,
  'devtools.console.stdout.content': true,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'en-US',
  'marionette.port': 0,
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms))

/** The Firefox named by FIREFOX, or the one on PATH, or nothing. */
export function findFirefox() {
  if (process.env.FIREFOX) return process.env.FIREFOX
  for (const name of ['firefox', 'firefox-esr']) {
    try {
      return execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
    } catch {
      // Not this one.
    }
  }
  return undefined
}

export async function startFirefox(program) {
  const profile = await mkdtemp(join(tmpdir(), 'reachplan-firefox-'))
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
  await writeFile(join(profile, 'user.js'), lines.join('\n'))
  const child = spawn(program, ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile], { stdio: ['ignore', 'pipe', 'ignore'] })
  let written = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (written += text))
  const stop = async () => {
    const gone = new Promise((done) => child.once('exit', done))
    if (child.exitCode === null && child.kill()) await gone
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const send = await dial(await portOf(profile, child))
    await send('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: false } } })
    await send('WebDriver:SetWindowRect', { width: 1280, height: 900 })
    return browser(send, stop, () => written.split('\n').filter((line) => /^console\.(warn|error|assert): (?!\w+: $)/.test(line)))
  } catch (error) {
    await stop()
    throw error
  }
}

/** Firefox writes the port that it took into its profile. */
async function portOf(profile, child) {
  for (let waited = 0; waited < 60_000 && child.exitCode === null; waited += 100) {
    const port = Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => ''))
    if (port > 0) return port
    await pause(100)
  }
  throw new Error('Firefox did not start')
}

/** Messages are `length:[0, id, command, parameters]` there and `length:[1, id, error, result]` back. */
async function dial(port) {
  const socket = connect(port, '127.0.0.1')
  const waiting = new Map()
  let next = 1
  let heard = Buffer.alloc(0)
  const greeted = new Promise((done, fail) => waiting.set('hello', { done, fail }))
  socket.on('data', (data) => {
    heard = Buffer.concat([heard, data])
    for (;;) {
      const colon = heard.indexOf(':')
      const length = Number(heard.subarray(0, colon))
      if (colon < 0 || heard.length < colon + 1 + length) return
      const message = JSON.parse(heard.subarray(colon + 1, colon + 1 + length))
      heard = heard.subarray(colon + 1 + length)
      const [, id, error, result] = Array.isArray(message) ? message : [1, 'hello', null, message]
      const { done, fail } = waiting.get(id) ?? {}
      waiting.delete(id)
      if (error) fail?.(new Error(`${error.error}: ${error.message}`))
      else done?.(result)
    }
  })
  const give = (fault) => waiting.forEach(({ fail }) => fail(fault))
  socket.on('error', give).on('close', () => give(new Error('Firefox hung up')))
  await greeted
  return (command, parameters = {}) =>
    new Promise((done, fail) => {
      const id = next++
      waiting.set(id, { done, fail })
      const text = JSON.stringify([0, id, command, parameters])
      socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
}

function browser(send, stop, logged) {
  /** Runs a function in the page (or, privileged, in the browser) and resolves to what it returns. */
  // A method that is written in short needs its `function` back to stand alone.
  const alone = (action) => (/^(async\s+)?(function\b|\(|\w+\s*=>)/.test(`${action}`) ? `${action}` : `function ${action}`)
  const evaluate = async (action, ...args) =>
    (await send('WebDriver:ExecuteScript', { script: `return (${alone(action)})(...arguments)`, args })).value
  const privileged = async (action, ...args) => {
    await send('Marionette:SetContext', { value: 'chrome' })
    try {
      return await evaluate(action, ...args)
    } finally {
      await send('Marionette:SetContext', { value: 'content' })
    }
  }
  const until = async (action, ...args) => {
    for (let waited = 0; waited < 10_000; waited += 50) {
      const value = await evaluate(action, ...args)
      if (value) return value
      await pause(50)
    }
    throw new Error(`waited in vain for ${action}`)
  }
  return {
    evaluate,
    until,
    stop,
    async open(url) {
      await send('WebDriver:Navigate', { url: 'about:blank' })
      await send('WebDriver:Navigate', { url })
      await until(() => document.documentElement.hasAttribute('data-ready'))
    },
    /** What pages of `origin` logged or did wrong since the start. */
    complaints: async (origin) => {
      const faults = await privileged(
        (origin) =>
          Services.console
            .getMessageArray()
            .filter((message) => message instanceof Ci.nsIScriptError && String(message.sourceName).startsWith(origin))
            // Firefox lists every rule of a stylesheet that it does not know; that is no fault.
            .filter((message) => !/^CSS /.test(message.category))
            .map((message) => `${message.category}: ${message.errorMessage}`),
        origin,
      )
      return [...logged(), ...faults]
    },
    async drag(from, to) {
      const move = ({ x, y }, duration = 0) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration, origin: 'viewport' })
      const actions = [move(from), { type: 'pointerDown', button: 0 }, move({ x: from.x + 8, y: from.y + 8 }, 50), move(to, 400), move({ x: to.x + 1, y: to.y }, 50), { type: 'pointerUp', button: 0 }]
      await send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] })
      await send('WebDriver:ReleaseActions')
    },
  }
}
