// Prints what the built site weighs: raw, gzip -9 and brotli 11 for each file, and for all that the first visit loads.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const BUDGET = 250_000
/** Files that the first visit does not ask for. */
const LATER = [/^exchange/, /^rules\//, /^samples\//, /\.schema\.json$/, /^robots\.txt$/, /^collect\.sh$/]

const brotli = (raw) =>
  brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  })

const dist = process.argv[2] ?? 'dist'
const entries = await readdir(dist, { recursive: true, withFileTypes: true })
const files = []
for (const entry of entries.filter((entry) => entry.isFile())) {
  const path = join(entry.parentPath ?? entry.path, entry.name)
  const raw = await readFile(path)
  const name = relative(dist, path).replaceAll('\\', '/')
  files.push({ name, first: !LATER.some((pattern) => pattern.test(name)), raw: raw.length, gzip: gzipSync(raw, { level: 9 }).length, brotli: brotli(raw).length })
}
files.sort((a, b) => b.first - a.first || b.brotli - a.brotli)

const row = (name, { raw, gzip, brotli }) =>
  console.log(name.padEnd(44) + [raw, gzip, brotli].map((n) => n.toLocaleString('en-US').padStart(11)).join(''))
const sum = (some) => some.reduce((all, f) => ({ raw: all.raw + f.raw, gzip: all.gzip + f.gzip, brotli: all.brotli + f.brotli }), { raw: 0, gzip: 0, brotli: 0 })

console.log('bytes'.padEnd(44) + ['raw', 'gzip -9', 'brotli 11'].map((word) => word.padStart(11)).join(''))
for (const file of files) row(file.first ? file.name : `  later: ${file.name}`, file)
const first = sum(files.filter((file) => file.first))
row('first use', first)
row('everything', sum(files))
const spent = `${(first.brotli / 1000).toFixed(1)} kB of ${BUDGET / 1000} kB`
console.log(first.brotli <= BUDGET ? `First use fits the budget: ${spent} (brotli).` : `First use is OVER the budget: ${spent} (brotli).`)
