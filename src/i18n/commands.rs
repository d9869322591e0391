//! What the commands are called, and the keys that are no command of their own.

use crate::i18n::Language;
use crate::session::{Alignment, Command, Export};

/// The name of a command.
pub fn command(command: Command, language: Language) -> &'static str {
    let (en, zh) = match command {
        Command::New => ("New plan", "新建方案"),
        Command::Plans => ("Plans …", "方案列表…"),
        Command::Open => ("Open a file …", "打开文件…"),
        Command::Save => ("Save as a file", "保存为文件"),
        Command::CopyPlan => ("Go on with a copy of the plan", "创建方案副本"),
        Command::Share => ("Share a link …", "分享链接…"),
        Command::Import => ("Import …", "导入…"),
        Command::Export(Export::Markdown) => ("Runbook (Markdown)", "操作手册（Markdown）"),
        Command::Export(Export::Csv) => ("Entries, routes and rules (CSV)", "白名单、路由与规则（CSV）"),
        Command::Export(Export::Svg) => ("Picture (SVG)", "图片（SVG）"),
        Command::Export(Export::Png) => ("Picture (PNG)", "图片（PNG）"),
        Command::Export(Export::Terraform) => ("Terraform", "Terraform"),
        Command::Export(Export::Cli) => ("Alibaba Cloud CLI commands", "阿里云 CLI 命令"),
        Command::Picture => ("Picture: size, colours, copy …", "图片：尺寸、配色与复制…"),
        Command::Compare => ("Compare with another plan …", "与其他方案对比…"),
        Command::Print => ("Print", "打印"),
        Command::Undo => ("Undo", "撤销"),
        Command::Redo => ("Redo", "重做"),
        Command::Duplicate => ("Duplicate", "创建副本"),
        Command::Add => ("Add here …", "在此添加…"),
        Command::MoveInto => ("Move into …", "移动到…"),
        Command::Align(Alignment::Left) => ("Align left edges", "左对齐"),
        Command::Align(Alignment::Centre) => ("Align centres", "水平居中对齐"),
        Command::Align(Alignment::Right) => ("Align right edges", "右对齐"),
        Command::Align(Alignment::Top) => ("Align top edges", "顶端对齐"),
        Command::Align(Alignment::Middle) => ("Align middles", "垂直居中对齐"),
        Command::Align(Alignment::Bottom) => ("Align bottom edges", "底端对齐"),
        Command::Align(Alignment::Across) => ("Distribute from left to right", "水平等距分布"),
        Command::Align(Alignment::Down) => ("Distribute from top to bottom", "垂直等距分布"),
        Command::Result => ("Go to the result", "查看结果"),
        Command::Fields => ("Go to the properties", "编辑属性"),
        Command::Rename => ("Rename", "重命名"),
        Command::Connect => ("Connect with …", "连接到…"),
        Command::Dissolve => ("Dissolve, keep the contents", "解散容器并保留内容"),
        Command::Delete => ("Delete", "删除"),
        Command::SelectAll => ("Select all", "全选"),
        Command::Fit => ("Fit the drawing", "适应画布"),
        Command::FitSelection => ("Fit the selection", "适应所选"),
        Command::ActualSize => ("Actual size", "实际大小"),
        Command::ZoomIn => ("Zoom in", "放大"),
        Command::ZoomOut => ("Zoom out", "缩小"),
        Command::Tidy => ("Tidy up", "自动排列"),
        Command::TidyPlace => ("Tidy up in the selected place", "自动排列所选容器"),
        Command::TidyAround => ("Tidy up, keep the selection in place", "自动排列，保持所选位置"),
        Command::Minimap => ("Small map", "缩略图"),
        Command::Wheel => ("Mouse wheel: automatic, zoom or pan", "鼠标滚轮：自动、缩放或平移"),
        Command::Inwards => ("Select what lies inside", "选择内部元素"),
        Command::Outwards => ("Select the place around", "选择所在容器"),
        Command::Search => ("Find or do anything", "查找元素或命令"),
        Command::Outline => ("Outline", "大纲"),
        Command::Language => ("中文", "English"),
        Command::Theme => ("Light or dark", "切换浅色或深色"),
        Command::Keys => ("Keyboard shortcuts", "键盘快捷键"),
    };
    language.pick(en, zh)
}

/// Keys and what they do, where no command of a menu does the same.
pub fn other_keys(language: Language) -> [(&'static str, &'static str); 14] {
    let pairs = [
        (
            "Enter",
            "Select the focused element; pressed again, enter a container",
            "选中聚焦的元素；再次按下则进入容器",
        ),
        ("Esc", "Back out one step", "逐级退出"),
        (
            "← →",
            "In the outline: fold and unfold, go outwards and inwards",
            "在大纲中：折叠、展开，或在上下级之间移动",
        ),
        (
            "← ↑ → ↓",
            "Move the focus; with a selection, move it (Shift: five steps)",
            "移动焦点；有所选元素时移动元素（按住 Shift 移动五格）",
        ),
        ("Ctrl+← ↑ → ↓", "Move the focus although something is selected", "已有所选元素时移动焦点"),
        ("Alt+← ↑ → ↓", "Follow a line to its other end", "沿连线移动到另一端"),
        ("Ctrl+C · X · V", "Copy, cut, paste: also into another tab", "复制、剪切、粘贴，可跨标签页"),
        ("Alt", "Held while dragging: drag a copy", "拖动时按住：拖出副本"),
        (
            "Ctrl",
            "Held while dragging: neither snap nor change the place",
            "拖动时按住：不吸附，也不改变所属容器",
        ),
        ("Shift", "Held while clicking: add to the selection", "单击时按住：加入所选"),
        ("Alt", "Held while clicking: select what lies under", "单击时按住：选中下层元素"),
        ("Space", "Hold and drag: pan", "按住并拖动：平移画布"),
        ("Ctrl", "Held with the wheel: zoom", "滚动滚轮时按住：缩放"),
        ("Shift+F10", "Menu of the selection", "所选元素的菜单"),
    ];
    pairs.map(|(key, en, zh)| (key, language.pick(en, zh)))
}
