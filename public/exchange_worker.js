// Starts the page's second program in a thread of its own (src/bin/exchange.rs).
importScripts('./exchange.js')
wasm_bindgen({ module_or_path: './exchange_bg.wasm' })
