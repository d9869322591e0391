// Axe finds nothing at all: at the start, in every sample and in dialogs, in both themes and languages, with long names,
// on a narrow page, zoomed, in forced colours and with reduced motion.
import { SAMPLES, canvas, command, dialog, expect, expectAccessible, nodes, open, openFile, panel, run, select, test } from './support.mjs'

/** Names of forty characters and long Chinese ones, where there is least room for them. */
const LONG = JSON.stringify({
  reachplan: 1,
  title: '名称很长的方案'.repeat(8),
  nodes: [
    { id: 'a', kind: 'account', name: '名称非常长的账号用于确认截断之后仍然可以朗读出来', uid: '1001000000000001' },
    { id: 'r', kind: 'region', in: 'a', region: 'cn-hangzhou', name: 'A region name that is forty characters lo' },
    { id: 'v', kind: 'vpc', in: 'r', name: 'a-vpc-name-that-has-forty-characters-in-i', cidrs: ['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16'] },
    { id: 'w', kind: 'vswitch', in: 'v', name: 'a-vswitch-name-that-has-forty-characters-', cidr: '10.1.8.0/24' },
    { id: 'g', kind: 'resource_group', in: 'r', name: '名称特别特别特别长的资源组也要完整朗读', type: 'serverless', bindings: [{ vswitch: 'w' }] },
    { id: 'd', kind: 'data_source', in: 'w', name: 'orders-database-with-a-name-of-forty-char', product: 'rds_mysql', addresses: ['10.1.8.100'], whitelist: ['10.1.8.*'] },
  ],
  connections: [{ id: 'c', kind: 'cen', name: 'a connection whose name has forty letters', attachments: [{ network: 'v' }] }],
})

for (const theme of ['light', 'dark']) {
  for (const lang of ['en', 'zh']) {
    const view = `?theme=${theme}&lang=${lang}`
    test(`start, ${theme}, ${lang}`, async ({ page }) => {
      await open(page, view)
      await page.locator('[data-command="answers"]').click()
      await expectAccessible(page)
    })

    for (const name of Object.keys(SAMPLES)) {
      test(`sample ${name}, ${theme}, ${lang}`, async ({ page }) => {
        await open(page, `${view}#sample=${name}`)
        await expectAccessible(page)
      })
    }

    test(`dialogs and forms, ${theme}, ${lang}`, async ({ page }) => {
      test.setTimeout(120_000)
      await open(page, `${view}#sample=security-groups`)
      for (const name of ['keys', 'search', 'add']) {
        await run(page, name)
        await expect(dialog(page, name)).toBeVisible()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
      }
      for (const kind of ['resource_group', 'data_source', 'vpc']) {
        await select(page, (await nodes(page, kind))[0])
        await expectAccessible(page)
      }
      await (await command(page, 'outline')).click()
      await expectAccessible(page)
      const [source, group] = [(await nodes(page, 'data_source'))[0], (await nodes(page, 'resource_group'))[0]]
      await page.locator(`[data-outline="${source}"]`).click()
      for (const [key, name] of [['m', 'move-into'], ['c', 'connect']]) {
        if (name === 'connect') await page.locator(`[data-outline="${group}"]`).click()
        await page.keyboard.press(key)
        await expect(dialog(page, name)).toBeVisible()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
      }
      await page.keyboard.press('F2')
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Shift+F10')
      await expect(page.getByRole('menu')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.locator(`[data-outline="${source}"]`).click({ modifiers: ['Shift'] })
      await expectAccessible(page)
      await openFile(page, 'bad.json', '{"reachplan": 1, "nodes": [{"id": "a", "kind": "acount"}]}')
      await expect(dialog(page, 'bad-file')).toBeVisible()
      await expectAccessible(page)
    })
  }
}

for (const lang of ['en', 'zh']) {
  for (const theme of ['light', 'dark']) {
    test(`links, imports, pictures, comparisons and embedding, ${lang}, ${theme}`, async ({ page }) => {
      await open(page, `?lang=${lang}&theme=${theme}#sample=other-region`)
      for (const name of ['share', 'import', 'picture', 'compare']) {
        await run(page, name)
        await expect(dialog(page, name)).toBeVisible()
        await expectAccessible(page)
        if (name === 'import') {
          await dialog(page, name).locator('[data-field="import_text"]').fill('{"Vpcs":{"Vpc":[{"VpcId":"vpc-1","RegionId":"cn-hangzhou","CidrBlock":"10.66.0.0/16"}]}}')
          await dialog(page, name).locator('[data-part="look"]').click()
          await expect(dialog(page, name).locator('[data-part="recognised"]')).toBeVisible()
          await expectAccessible(page)
        }
        await page.keyboard.press('Escape')
      }
      await page.evaluate(() => (location.hash = '#p1.AAAA'))
      await expect(dialog(page, 'bad-link')).toBeVisible()
      await expectAccessible(page)
      await open(page, `?embed&lang=${lang}&theme=${theme}#sample=serverless`)
      await page.locator('[data-node="rg"]').click()
      await expectAccessible(page)
    })
  }
}

for (const [width, height] of [[1280, 800], [320, 700]]) {
  test(`long names at ${width} px`, async ({ page }) => {
    await open(page)
    await openFile(page, 'long.json', LONG)
    await expect.poll(() => nodes(page)).toHaveLength(6)
    await page.setViewportSize({ width, height })
    await expectAccessible(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, 'nothing makes the page scroll sideways').toBeLessThanOrEqual(0)
  })
}

for (const lang of ['en', 'zh']) {
  test(`320 px wide, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await open(page, `?lang=${lang}#sample=same-region`)
    const views = page.locator('.views button')
    for (let view = 0; view < 3; view++) {
      await views.nth(view).click()
      await expectAccessible(page)
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, 'nothing makes the page scroll sideways').toBeLessThanOrEqual(0)
  })
}

/** Other ways in which people set up their browser. */
const WAYS = {
  'forced colours': { media: { forcedColors: 'active' } },
  'reduced motion': { media: { reducedMotion: 'reduce' } },
  'more contrast': { media: { contrast: 'more' } },
  // Zoomed to 200 %, a window of 1280 × 800 has half as many pixels each way.
  '200 % zoom': { viewport: { width: 640, height: 400 } },
}

for (const [way, { media, viewport }] of Object.entries(WAYS)) {
  test(way, async ({ page }) => {
    if (media) await page.emulateMedia(media)
    if (viewport) await page.setViewportSize(viewport)
    await open(page)
    await expectAccessible(page)
    await open(page, '#sample=other-account')
    await expectAccessible(page)
    await run(page, 'outline')
    await expectAccessible(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, 'nothing makes the page scroll sideways').toBeLessThanOrEqual(0)
  })
}

test('at 360 px the result comes first, the drawing is one tap away, and every command can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, '#sample=other-region')
  await expect(panel(page).getByRole('heading').first()).toBeVisible()
  await page.getByRole('button', { name: 'Drawing' }).click()
  await expect(canvas(page)).toBeVisible()
  const known = await page.evaluate(() => document.querySelectorAll('[data-canvas] [data-node]').length)
  expect(known).toBeGreaterThan(0)
  await run(page, 'search')
  const commands = await dialog(page, 'search').locator('[data-command]').evaluateAll((all) => all.map((one) => one.dataset.command))
  for (const name of ['new', 'open', 'save', 'print', 'add', 'select-all', 'fit', 'zoom-in', 'tidy', 'outline', 'language', 'theme', 'keys']) {
    expect(commands, name).toContain(name)
  }
})
