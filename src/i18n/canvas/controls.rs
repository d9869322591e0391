//! Words of what lies upon the drawing: its minimap, its buttons, what stands in for keys held down.

use crate::diagram::WheelUse;
use crate::i18n::Language;

/// The small map.
pub fn minimap(language: Language) -> &'static str {
    language.pick("Small map: arrow keys move the view, + and - zoom", "缩略图：方向键移动视图，+ 和 - 缩放")
}

/// The states beside a selected connection.
pub fn states(language: Language) -> &'static str {
    language.pick("State of the attachments", "接入状态")
}

/// What a wheel does.
pub fn wheel(wheel: WheelUse, language: Language) -> &'static str {
    match wheel {
        WheelUse::Auto => {
            language.pick("Wheel: a mouse zooms, a trackpad pans", "滚轮：鼠标缩放，触控板平移")
        }
        WheelUse::Zoom => language.pick("Wheel: zooms", "滚轮：缩放"),
        WheelUse::Pan => language.pick("Wheel: pans", "滚轮：平移"),
    }
}

/// The name of the drawing.
pub fn drawing(language: Language) -> &'static str {
    language.pick("Network drawing", "网络拓扑图")
}

/// The keys of the drawing.
pub fn drawing_keys(language: Language) -> &'static str {
    language.pick(
        "Arrow keys go from element to element. Enter selects, Enter again goes inside, Escape goes back out. With a \
         selection the arrow keys move it, Ctrl and an arrow key selects what lies that way, F2 renames it, Delete removes it.",
        "方向键在元素间移动，按 Enter 选中，再按 Enter 进入内部，按 Esc 返回上一级。选中后，方向键移动位置，Ctrl 加方向键选中该方向的元素，F2 重命名，Delete 删除。",
    )
}

/// The label of the field in which a name is typed.
pub fn name_field(language: Language) -> &'static str {
    language.pick("Name", "名称")
}

/// The group of buttons that change the view.
pub fn view(language: Language) -> &'static str {
    language.pick("View", "视图")
}

/// The bar that stands in for keys held down.
pub fn held_keys(language: Language) -> &'static str {
    language.pick("Instead of keys held down", "代替按住的按键")
}

/// Adds to the selection, and what that does.
pub fn hold_several(language: Language) -> (&'static str, &'static str) {
    language.pick(
        ("Multi-select", "Touching adds to the selection; a drag on bare canvas frames"),
        ("多选", "轻点加入所选；在空白处拖动可框选"),
    )
}

/// Puts down freely, and what that does.
pub fn hold_free(language: Language) -> (&'static str, &'static str) {
    language.pick(
        ("Free move", "A drag neither snaps nor changes the place"),
        ("自由移动", "拖动时不吸附，也不改变所属容器"),
    )
}

/// Drags a copy, and what that does.
pub fn hold_copy(language: Language) -> (&'static str, &'static str) {
    language.pick(("Drag a copy", "A drag puts a copy down"), ("拖动副本", "拖动时放下副本"))
}

/// After two fingers asked for undo, and there was nothing to take back.
pub fn nothing_to_undo(language: Language) -> &'static str {
    language.pick("Nothing to undo", "没有可撤销的操作")
}

/// Shows more of the drawing.
pub fn zoom_out(language: Language) -> &'static str {
    language.pick("Zoom out (-)", "缩小（-）")
}

/// Shows the drawing larger.
pub fn zoom_in(language: Language) -> &'static str {
    language.pick("Zoom in (+)", "放大（+）")
}

/// Shows all of the drawing.
pub fn fit(language: Language) -> &'static str {
    language.pick("Fit the drawing (Shift+1)", "适应画布（Shift+1）")
}

/// Arranges everything anew.
pub fn tidy(language: Language) -> &'static str {
    language.pick("Tidy up the drawing", "自动排列")
}
