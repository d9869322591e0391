// Serves one folder, nothing else: `node scripts/serve.mjs dist --port 8080 --base /some/path/`.
import { createServer } from 'node:http'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const PACKED = new Set(['.png', '.woff2'])

const squeeze = {
  br: (raw) => brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (raw) => gzipSync(raw),
}

/** Starts the server and resolves to its address; `port` 0 takes any free one. */
export async function serve(folder, { host = '127.0.0.1', port = 0, base = '/' } = {}) {
  const root = resolve(folder)
  if (!(await stat(join(root, 'index.html')).catch(() => null))) throw new Error(`${folder} holds no index.html: build it first`)
  const packed = new Map()

  async function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end()
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    if (path === base.slice(0, -1)) return response.writeHead(301, { location: base }).end()
    if (!path.startsWith(base)) return response.writeHead(404).end()
    const inside = path.slice(base.length)
    const file = normalize(join(root, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside))
    const found = file.startsWith(root + sep) && (await stat(file).catch(() => null))
    if (!found?.isFile()) return response.writeHead(404).end()

    const ext = extname(file)
    const accepts = String(request.headers['accept-encoding'] ?? '')
    const coding = PACKED.has(ext) ? undefined : ['br', 'gzip'].find((name) => new RegExp(`\\b${name}\\b`).test(accepts))
    const key = `${coding} ${found.mtimeMs} ${file}`
    if (!packed.has(key)) {
      const raw = await readFile(file)
      packed.set(key, coding ? squeeze[coding](raw) : raw)
    }
    const body = packed.get(key)
    response.writeHead(200, {
      'content-type': TYPES[ext] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': /-[0-9a-f]{16}(_bg)?\.\w+$/.test(file) ? 'max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(coding && { 'content-encoding': coding }),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.headersSent ? response.destroy() : response.writeHead(400).end())
  })
  await new Promise((done, fail) => server.once('error', fail).listen(port, host, done))
  return { url: `http://${host}:${server.address().port}${base}`, close: () => server.close() }
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '8080' }, base: { type: 'string', default: '/' } },
  })
  try {
    const { url } = await serve(positionals[0] ?? 'dist', { port: Number(values.port), base: values.base })
    console.log(`Reachplan is at ${url} (Ctrl+C stops it)`)
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `Port ${values.port} is taken; choose another with PORT=` : error.message)
    process.exitCode = 1
  }
}
