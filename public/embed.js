// What a host says to a frame and hears from it; the messages are described in the README.
const frameOf = (id) => document.getElementById(id).contentWindow
const tell = (id, message) => frameOf(id).postMessage(message, location.origin)

for (const button of document.querySelectorAll('button')) {
  const { frame, select, load } = button.dataset
  button.addEventListener('click', async () => {
    if (select) tell(frame, { type: 'reachplan:select', id: select })
    if (load) tell(frame, { type: 'reachplan:load', document: await (await fetch(load)).json() })
  })
}

addEventListener('message', (event) => {
  const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === event.source)
  if (!frame || event.origin !== location.origin) return
  const said = document.getElementById(`${frame.id}-verdict`)
  if (event.data.type === 'reachplan:report') said.value = `The report says: ${event.data.report.verdict}.`
  if (event.data.type === 'reachplan:refused') said.value = event.data.problems.map(({ path, text }) => `${path}: ${text}`).join(' ')
})
