// Plans in this browser: several of them, kept within a third of a second, with their history, and never lost: not to
// another plan, another tab, a full or refusing storage, a wrong clock or a tab that dies.
import { readFileSync } from 'node:fs'
import { breakPage, canvas, command, dialog, expect, expectAccessible, field, nodes, open, openFile, panel, plain, ready, run, sampleDocument, select, test } from './support.mjs'

const title = (page) => page.locator('.bar [data-field="title"]')
const saved = (page) => page.locator('[data-saved="yes"]')
const rows = (page) => dialog(page, 'plans').locator('[data-plan]')
const row = (page, name) => rows(page).filter({ hasText: name })
const document = (name, sample = 'same-region') => JSON.stringify({ ...sampleDocument(sample), title: name })

/** Names the plan at hand and waits until that is kept. */
async function call(page, name) {
  await title(page).fill(name)
  await title(page).press('Enter')
  await kept(page, name)
}

/** Waits until the database holds a plan of this title. */
const kept = (page, name) => expect.poll(() => titles(page), { message: `kept: ${name}` }).toContain(name)
const titles = async (page) => (await records(page, 'bodies')).map(([, body]) => JSON.parse(body[0]).title)

/** Every record of a store as key and value, as any other program would see them. */
const records = (page, store) =>
  page.evaluate(
    (store) =>
      new Promise((done, fail) => {
        const request = indexedDB.open('reachplan')
        request.onerror = () => fail(request.error)
        request.onsuccess = () => {
          const database = request.result
          const held = database.transaction(store).objectStore(store)
          const [keys, values] = [held.getAllKeys(), held.getAll()]
          values.onsuccess = () => (database.close(), done(keys.result.map((key, at) => [key, values.result[at]])))
        }
      }),
    store,
  )

const put = (page, store, key, value) =>
  page.evaluate(
    ([store, key, value]) =>
      new Promise((done, fail) => {
        const request = indexedDB.open('reachplan')
        request.onerror = () => fail(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction(store, 'readwrite')
          transaction.objectStore(store).put(value, key)
          transaction.oncomplete = () => (request.result.close(), done())
        }
      }),
    [store, key, value],
  )

async function list(page) {
  // A tab behind another one paints once a second, and each click waits for two paintings.
  await page.bringToFront()
  await run(page, 'plans')
  await expect(dialog(page, 'plans')).toBeVisible()
}

async function two(page) {
  await open(page)
  await openFile(page, 'one.json', document('One'))
  await kept(page, 'One')
  await openFile(page, 'two.json', document('Two', 'data-center'))
  await kept(page, 'Two')
}

// ---- several plans -----------------------------------------------------------------------------------------------

test('opening another file, a sample and a new plan leave the plan before in the list', async ({ page }) => {
  await two(page)
  await page.locator('[data-menu="samples"]').click()
  await page.locator('.menu [data-sample="internet"]').click()
  await expect(panel(page)).toHaveAttribute('data-scenario', 'internet')
  await list(page)
  await expect(rows(page), 'a sample is no plan before its first edit').toHaveCount(2)
  await page.keyboard.press('Escape')
  await run(page, 'new')
  await expect(saved(page)).toBeAttached()
  await list(page)
  await expect(rows(page)).toHaveCount(3)
  await expect(rows(page).nth(0)).toHaveAttribute('aria-current', 'true')
  await expect(row(page, 'Two')).toContainText('Not yet')
  expect(await row(page, 'Two').locator('svg.thumbnail path').count(), 'a picture').toBeGreaterThan(0)
  await row(page, 'One').locator('[data-command="plan-open"]').click()
  await expect(dialog(page, 'plans')).toHaveCount(0)
  await expect(title(page)).toHaveValue('One')
  await page.goto('./')
  await ready(page)
  await expect(title(page), 'opened again where it was left').toHaveValue('One')
})

test('undo of opening brings the plan before back, and edits go to the plan they were made in', async ({ page }) => {
  await two(page)
  await run(page, 'undo')
  await expect(title(page)).toHaveValue('One')
  await call(page, 'One, edited')
  expect((await titles(page)).sort()).toEqual(['One, edited', 'Two'])
})

test('a sample becomes a plan of one’s own with the first edit, and stays one after undo', async ({ page }) => {
  await open(page, '#sample=same-region')
  await page.waitForTimeout(500)
  expect(await page.evaluate(() => indexedDB.databases()), 'looking is not keeping').toEqual([])
  await panel(page).locator('[data-action="bind"]').getByRole('checkbox').check()
  await expect(saved(page)).toBeAttached()
  expect(new URL(page.url()).hash).toBe('')
  await run(page, 'undo')
  await page.waitForTimeout(500)
  expect(await records(page, 'heads')).toHaveLength(1)
})

test('rename, duplicate, delete and put back', async ({ page }) => {
  await two(page)
  await list(page)
  await row(page, 'One').locator('[data-command="plan-rename"]').click()
  await dialog(page, 'plans').locator('[data-field="title"]').fill('Orders')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Orders')).toHaveCount(1)
  await row(page, 'Orders').locator('[data-command="plan-duplicate"]').click()
  await expect(row(page, 'Orders 2')).toHaveCount(1)
  await row(page, 'Orders 2').locator('[data-command="plan-delete"]').click()
  await expect(row(page, 'Orders 2')).toHaveCount(0)
  await dialog(page, 'plans').locator('[data-command="plan-put-back"]').click()
  await expect(row(page, 'Orders 2')).toHaveCount(1)

  // The plan at hand gives way to the one before it, and comes back.
  await row(page, 'Two').locator('[data-command="plan-delete"]').click()
  await expect(row(page, 'Two')).toHaveCount(0)
  await expect(title(page)).not.toHaveValue('Two')
  await dialog(page, 'plans').locator('[data-command="plan-put-back"]').click()
  await expect(title(page)).toHaveValue('Two')
  await expect(rows(page)).toHaveCount(3)

  for (let left = 3; left > 0; left--) {
    await rows(page).first().locator('[data-command="plan-delete"]').click()
    await expect(rows(page)).toHaveCount(left - 1)
  }
  await page.keyboard.press('Escape')
  await expect(page.locator('.start [data-command="new"]'), 'nothing left: the start').toBeVisible()
  await page.reload()
  await ready(page)
  await expect(page.locator('.start [data-command="new"]')).toBeVisible()
})

test('the list is used by keyboard alone', async ({ page }) => {
  await two(page)
  await canvas(page).focus()
  await page.keyboard.press('ControlOrMeta+Shift+o')
  await row(page, 'One').locator('[data-command="plan-open"]').focus()
  await page.keyboard.press('F2')
  await expect(dialog(page, 'plans').locator('[data-field="title"]')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page, 'plans'), 'Escape ends the renaming first').toBeVisible()
  await row(page, 'Two').locator('[data-command="plan-open"]').focus()
  await page.keyboard.press('Delete')
  await expect(dialog(page, 'plans').locator('[data-command="plan-put-back"]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(2)
  await row(page, 'One').locator('[data-command="plan-open"]').focus()
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveValue('One')
})

test('all plans leave as one file and come back from it', async ({ page, browser, baseURL }) => {
  await two(page)
  await list(page)
  const [download] = await Promise.all([page.waitForEvent('download'), dialog(page, 'plans').locator('[data-command="plans-export"]').click()])
  const file = await download.path()
  const fresh = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 } })
  const other = await fresh.newPage()
  await open(other)
  await run(other, 'new')
  await expect(saved(other)).toBeAttached()
  await list(other)
  await dialog(other, 'plans').locator('[data-field="plans"]').setInputFiles(file)
  await expect(rows(other)).toHaveCount(3)
  await expect(dialog(other, 'plans')).toContainText('2')
  await row(other, 'Two').locator('[data-command="plan-open"]').click()
  await expect(panel(other)).toHaveAttribute('data-scenario', 'outside_alibaba_cloud')
  await fresh.close()

  // Opened or dropped like any file, it does the same.
  await page.keyboard.press('Escape')
  await openFile(page, 'all.json', readFileSync(file, 'utf8'))
  await expect(rows(page)).toHaveCount(4)
})

for (const [lang, scheme, width] of [['en', 'light', 1280], ['zh', 'dark', 360]]) {
  test(`the list is accessible and fits, ${lang}, ${scheme}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 })
    await page.emulateMedia({ colorScheme: scheme })
    await open(page, `?lang=${lang}`)
    await openFile(page, 'one.json', document('A title that is rather long and goes on for quite a while, longer than any line'))
    await expect(saved(page)).toBeAttached()
    await list(page)
    await expect(rows(page)).toHaveCount(1)
    await expectAccessible(page)
    const box = await dialog(page, 'plans').evaluate((one) => [one.scrollWidth, one.clientWidth])
    expect(box[0], 'nothing sticks out').toBeLessThanOrEqual(box[1])
  })
}

// ---- what is kept ------------------------------------------------------------------------------------------------

test('undo and redo survive a reload', async ({ page }) => {
  await open(page)
  await openFile(page, 'plan.json', document('Plan'))
  for (const name of ['A', 'B', 'C']) await call(page, name)
  await run(page, 'undo')
  await kept(page, 'B')
  await page.reload()
  await ready(page)
  await expect(title(page)).toHaveValue('B')
  await run(page, 'redo')
  await expect(title(page)).toHaveValue('C')
  for (const name of ['B', 'A', 'Plan']) {
    await run(page, 'undo')
    await expect(title(page)).toHaveValue(name)
  }
  await expect(await command(page, 'undo'), 'opening it is no step of this plan').toBeDisabled()
})

test('an edit just before the page is left is kept', async ({ page }) => {
  await two(page)
  await title(page).fill('At the last moment')
  await title(page).press('Enter')
  await page.reload()
  await ready(page)
  await expect(title(page)).toHaveValue('At the last moment')
  await run(page, 'undo')
  await expect(title(page)).toHaveValue('Two')
  // What stands in a field that nobody has left yet is an edit as well.
  await title(page).fill('Typed and not left')
  await page.reload()
  await ready(page)
  await expect(title(page)).toHaveValue('Typed and not left')
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('journal'))), 'nothing stays written down').toEqual([])
})

test('a tab that dies while somebody types loses the last 300 ms at most', async ({ page, context }) => {
  // Dying is leaving without a last word.
  await page.addInitScript(() => {
    for (const name of ['pagehide', 'visibilitychange']) window.addEventListener(name, (event) => event.stopImmediatePropagation(), true)
  })
  await open(page)
  await openFile(page, 'plan.json', document('Plan'))
  await kept(page, 'Plan')
  await select(page, (await nodes(page, 'data_source'))[0])
  // Edits without a pause: what is older than 300 ms is kept although they go on.
  const name = async (text) => {
    await field(page, 'name').fill(text)
    await field(page, 'name').press('Enter')
  }
  for (let nth = 0; nth < 30; nth++) await name(`name ${nth}`)
  const early = (await records(page, 'bodies'))[0][1][0]
  expect(early, 'kept while the edits go on').toMatch(/"name [1-9]/)
  await page.waitForTimeout(400)
  await name('the very last one')
  const next = await context.newPage()
  await page.close()
  await open(next)
  await select(next, (await nodes(next, 'data_source'))[0])
  expect(['name 29', 'the very last one']).toContain(await field(next, 'name').inputValue())
})

test('what an earlier version of the page kept is taken over with its ticks', async ({ page }) => {
  await page.addInitScript(([text]) => {
    if (!sessionStorage.getItem('planted')) {
      sessionStorage.setItem('planted', 'yes')
      localStorage.setItem('reachplan.plan', text)
    }
  }, [document('From before')])
  await open(page)
  await expect(title(page)).toHaveValue('From before')
  expect(await page.evaluate(() => localStorage.getItem('reachplan.plan'))).toBeNull()
  await call(page, 'Edited since')
  await page.reload()
  await ready(page)
  await expect(title(page)).toHaveValue('Edited since')
  await list(page)
  await expect(rows(page)).toHaveCount(1)
})

// ---- faults ------------------------------------------------------------------------------------------------------

const NO_DATABASE = () => {
  IDBFactory.prototype.open = () => {
    throw new DOMException('no', 'SecurityError')
  }
}
const NO_STORAGE = () => {
  Storage.prototype.setItem = () => {
    throw new DOMException('no', 'SecurityError')
  }
}

test('storage refused: without a database the plan is written down instead', async ({ page }) => {
  await page.addInitScript(NO_DATABASE)
  await open(page)
  await openFile(page, 'plan.json', document('Plan'))
  await expect(saved(page)).toBeAttached()
  for (const name of ['Edited', 'Edited again']) {
    await title(page).fill(name)
    await title(page).press('Enter')
    await page.waitForTimeout(500)
    await page.reload()
    await ready(page)
    await expect(title(page)).toHaveValue(name)
  }
})

test('storage refused altogether: it is said, and the plan can be downloaded', async ({ page }) => {
  await page.addInitScript(NO_DATABASE)
  await page.addInitScript(NO_STORAGE)
  await open(page, '#sample=same-region')
  await panel(page).locator('[data-action="bind"]').getByRole('checkbox').check()
  await expect(page.locator('[data-saved="no"]')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-command="rescue"]').click()])
  expect(download.suggestedFilename()).toMatch(/[.]json$/)
})

test('storage full: it is said, the download is offered, and it is kept as soon as there is room', async ({ page }) => {
  await open(page)
  await openFile(page, 'plan.json', document('Plan'))
  await kept(page, 'Plan')
  await page.evaluate(() => {
    window.put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await title(page).fill('Too much')
  await title(page).press('Enter')
  await expect(page.locator('[data-saved="no"]')).toContainText('storage full')
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-command="rescue"]').click()])
  expect(download.suggestedFilename()).toMatch(/[.]json$/)
  expect(await titles(page), 'what was kept before is whole').toEqual(['Plan'])
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = window.put
  })
  await call(page, 'Room again')
  await expect(saved(page)).toBeAttached()
})

test('cleared under the page: the plan at hand is kept again with its next edit', async ({ page }) => {
  await two(page)
  await page.evaluate(
    () =>
      new Promise((done, fail) => {
        localStorage.clear()
        const request = indexedDB.deleteDatabase('reachplan')
        request.onsuccess = done
        request.onerror = fail
      }),
  )
  await title(page).fill('Still here')
  await title(page).press('Enter')
  // Looking into a database that is not there would make one.
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1)
  expect(await titles(page)).toEqual(['Still here'])
  await page.reload()
  await ready(page)
  await expect(title(page)).toHaveValue('Still here')
})

test('a corrupt plan is named and kept aside, and the others open', async ({ page }) => {
  await two(page)
  const [[two_]] = (await records(page, 'bodies')).filter(([, body]) => body[0].includes('"Two"'))
  await put(page, 'bodies', two_, ['{ "reachplan": 1, "nodes": [', '', ''])
  await put(page, 'heads', 'stray', { nonsense: true })
  await page.reload()
  await ready(page)
  await expect(title(page), 'another plan takes its place').toHaveValue('One')
  await expect(page.locator('.toast')).toContainText('cannot be read')
  await list(page)
  await expect(dialog(page, 'plans').locator('[data-plan="stray"] [data-damaged]')).toBeVisible()
  await row(page, 'Two').locator('[data-command="plan-open"]').click()
  await expect(row(page, 'Two').locator('[data-damaged]')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), row(page, 'Two').locator('[data-command="plan-save-raw"]').click()])
  expect(download.suggestedFilename()).toMatch(/[.]txt$/)
  expect((await records(page, 'bodies')).filter(([key]) => key === two_)[0][1][0], 'as it was').toContain('"nodes": [')
  await row(page, 'One').locator('[data-command="plan-open"]').click()
  await expect(dialog(page, 'plans')).toHaveCount(0)
})

test('a clock that jumps back decides nothing', async ({ page }) => {
  await page.clock.install({ time: new Date('2031-05-01T12:00:00') })
  await open(page)
  await openFile(page, 'plan.json', document('In the future'))
  await page.clock.runFor(400)
  await kept(page, 'In the future')
  await page.clock.setSystemTime(new Date('2001-01-01T08:00:00'))
  await title(page).fill('In the past')
  await title(page).press('Enter')
  await page.clock.runFor(400)
  await kept(page, 'In the past')
  await openFile(page, 'other.json', document('Also in the past'))
  await page.clock.runFor(400)
  await kept(page, 'Also in the past')
  await page.reload()
  await page.clock.runFor(400)
  await ready(page)
  await expect(title(page)).toHaveValue('Also in the past')
  await list(page)
  await expect(rows(page).first()).toContainText('Also in the past')
  await expect(rows(page).nth(1)).toContainText('In the past')
})

// ---- two tabs ----------------------------------------------------------------------------------------------------

test('a second tab with the same plan follows while it has no edits of its own', async ({ page, context }) => {
  await two(page)
  const other = await context.newPage()
  await open(other)
  await expect(title(other)).toHaveValue('Two')
  await call(page, 'Changed here')
  await expect(title(other)).toHaveValue('Changed here')
  await call(other, 'And there')
  await expect(title(page)).toHaveValue('And there')
  expect((await titles(page)).sort()).toEqual(['And there', 'One'])
})

/** Two tabs that have both edited the same version; the second one is told. */
async function apart(page, context) {
  await two(page)
  const other = await context.newPage()
  await open(other)
  await expect(title(other)).toHaveValue('Two')
  // Its time stands still: the edit is made and not kept yet.
  await other.evaluate(() => {
    const later = window.setTimeout
    window.setTimeout = (act, pause, ...rest) => (pause === 300 ? 0 : later(act, pause, ...rest))
    window.goOn = () => (window.setTimeout = later)
  })
  await title(other).fill('Theirs to lose')
  await title(other).press('Enter')
  await call(page, 'Kept first')
  await expect(dialog(other, 'conflict')).toBeVisible()
  await other.evaluate(() => window.goOn())
  return other
}

test('two tabs that edited the same version: mine as a copy', async ({ page, context }) => {
  const other = await apart(page, context)
  expect((await titles(page)).sort(), 'nothing was overwritten').toEqual(['Kept first', 'One'])
  await dialog(other, 'conflict').locator('[data-command="keep-copy"]').click()
  await expect(title(other)).toHaveValue('Theirs to lose 2')
  await kept(page, 'Theirs to lose 2')
  expect((await titles(page)).sort()).toEqual(['Kept first', 'One', 'Theirs to lose 2'])
  await expect(title(page)).toHaveValue('Kept first')
})

test('two tabs that edited the same version: take theirs, and undo brings mine back', async ({ page, context }) => {
  const other = await apart(page, context)
  await dialog(other, 'conflict').locator('[data-command="take-theirs"]').click()
  await expect(title(other)).toHaveValue('Kept first')
  await run(other, 'undo')
  await expect(title(other)).toHaveValue('Theirs to lose')
  await expect(title(page), 'which is an edit like any other').toHaveValue('Theirs to lose')
})

/** A tab whose plan was deleted in another one, which it is told. */
async function deleted(page, context) {
  await two(page)
  const other = await context.newPage()
  await open(other)
  await expect(title(other)).toHaveValue('Two')
  await list(page)
  await row(page, 'Two').locator('[data-command="plan-delete"]').click()
  await expect(dialog(other, 'deleted')).toBeVisible()
  return other
}

test('a plan that another tab deleted stays deleted, whatever is edited here', async ({ page, context }) => {
  const other = await deleted(page, context)
  await other.keyboard.press('Escape')
  await title(other).fill('Edited on')
  await title(other).press('Enter')
  await expect(other.locator('[data-saved="no"]')).toBeVisible()
  await other.close()
  const next = await context.newPage()
  await open(next)
  expect(await titles(next)).toEqual(['One'])
})

test('a plan that another tab deleted is kept where the reader says so, and closed where not', async ({ page, context }) => {
  const other = await deleted(page, context)
  await other.bringToFront()
  await dialog(other, 'deleted').locator('[data-command="keep-deleted"]').click()
  await kept(page, 'Two')
  await call(other, 'Two, edited')
  await page.keyboard.press('Escape')
  await list(page)
  await row(page, 'Two, edited').locator('[data-command="plan-delete"]').click()
  await expect(dialog(other, 'deleted')).toBeVisible()
  await other.bringToFront()
  await dialog(other, 'deleted').locator('[data-command="leave-deleted"]').click()
  await expect(canvas(other)).toHaveCount(0)
  expect(await titles(page)).toEqual(['One'])
})

for (const [lang, name] of [['en', 'Untitled plan'], ['zh', '未命名方案']]) {
  test(`new plans can be told apart in the list, ${lang}`, async ({ page }) => {
    await open(page, `?lang=${lang}`)
    for (const said of [undefined, `${name} 2`, `${name} 3`]) {
      await run(page, 'new')
      await kept(page, said)
      // Another plan that nobody touched would be the same one.
      await canvas(page).focus()
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Delete')
      await expect.poll(() => nodes(page)).toEqual([])
    }
    await list(page)
    for (const said of [`${name} 3`, `${name} 2`, name]) await expect(rows(page).filter({ hasText: said }).first()).toBeVisible()
    await expect(rows(page)).toHaveCount(3)
  })
}

test('a conflict that nobody answers loses nothing', async ({ page, context }) => {
  const other = await apart(page, context)
  await page.keyboard.press('Escape')
  await other.keyboard.press('Escape')
  await expect(other.locator('[data-saved="no"]')).toBeVisible()
  await title(other).fill('Edited on')
  await title(other).press('Enter')
  await other.close()
  const next = await context.newPage()
  await open(next)
  expect((await titles(next)).sort(), 'what was edited becomes a copy').toEqual(['Edited on 2', 'Kept first', 'One'])
})

// ---- the last resort ---------------------------------------------------------------------------------------------

plain('after a defect the plan as it was at that moment is offered', async ({ page }) => {
  await two(page)
  await breakPage(page)
  await title(page).fill('A moment ago')
  await title(page).press('Enter')
  await canvas(page).focus().catch(() => {})
  await page.keyboard.press('?')
  const offer = page.locator('a[download]')
  await expect(offer).toBeVisible()
  const held = JSON.parse(decodeURIComponent((await offer.getAttribute('href')).split(',').slice(1).join(',')))
  expect(held.title).toBe('A moment ago')
})
