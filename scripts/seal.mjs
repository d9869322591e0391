// Runs as Trunk's last step: replaces 'loader' in the page's content security policy by the hashes of its inline scripts.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const file = join(process.env.TRUNK_STAGING_DIR ?? 'dist', 'index.html')
const page = await readFile(file, 'utf8')
const scripts = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text)
const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
if (!page.includes("'loader'") || hashes.length === 0) throw new Error(`${file}: no 'loader' in the policy, or no inline script`)
await writeFile(file, page.replace("'loader'", hashes.join(' ')))
