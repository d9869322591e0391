//! The words of the frame: top bar, menus, palette, dialogs, start screen, messages.

use super::words;

words! {
    /// The words of the frame around the drawing.
    Shell {
        tagline: "Will this DataWorks resource group reach this data source, and if not, what exactly has to be done?",
            "这个 DataWorks 资源组能连通这个数据源吗？如果不能，具体要做什么？";
        commands: "Commands", "命令";
        plan_title: "Title of the plan", "方案标题";
        untitled: "Untitled plan", "未命名方案";
        undo: "Undo", "撤销";
        redo: "Redo", "重做";
        samples: "Samples", "示例";
        open: "Open", "打开";
        open_long: "Open a file …", "打开文件…";
        save: "Save", "保存";
        more: "More commands", "更多命令";
        language: "中文", "English";
        language_long: "Switch to Chinese", "切换为英文（English）";
        theme_to_dark: "Switch to the dark theme", "切换为深色主题";
        theme_to_light: "Switch to the light theme", "切换为浅色主题";
        delete: "Delete selection", "删除所选";
        rename: "Rename", "重命名";
        fit: "Fit the drawing", "适应画布";
        search: "Find or do anything", "查找元素或命令";
        connect: "Connect with", "连接到";
        add_here: "Add here", "在此添加";
        move_into: "Move into", "移动到";
        is_here: "is here already", "当前位置";
        single_keys: "Single keys such as C or ? are commands, not only those with Ctrl",
            "启用单键快捷键（如 C、?），而不仅是 Ctrl 组合键";
        outline: "Outline", "大纲";
        keys: "Keyboard shortcuts", "键盘快捷键";
        print: "Print", "打印";
        close: "Close", "关闭";
        cancel: "Cancel", "取消";

        saved_at: "Saved", "已保存";
        saved_hint: "Kept in this browser only", "仅保存在本浏览器中";
        not_saved: "Not saved", "未保存";
        not_saved_hint: "This browser refuses to keep the plan: save it as a file.", "浏览器拒绝保存方案：请保存为文件。";

        view_result: "Result", "结果";
        view_drawing: "Drawing", "画布";
        view_palette: "Add", "添加";
        views: "Views", "视图";

        palette: "Add to the drawing", "添加到画布";
        palette_search: "Search what to add", "搜索要添加的元素";
        palette_hint: "Drag into the drawing, or click to add to the selection. Arrow keys go from item to item, Page keys from group to group.", "拖入画布，或单击添加到所选位置。方向键逐项移动，翻页键逐组移动。";
        palette_places: "Places", "网络位置";
        palette_groups: "Resource groups", "资源组";
        palette_connections: "Connections", "网络连接";
        palette_none: "Nothing of this name.", "没有匹配的元素。";
        tab_add: "Add", "添加";
        tab_outline: "Outline", "大纲";
        outline_empty: "Nothing is drawn yet.", "画布还是空的。";
        outline_tasks: "Tasks", "任务";
        outline_task: "Task", "任务";
        outline_hint: "Arrow keys move, Enter selects, F2 renames, A adds, C connects, M moves, R goes to the result, Shift+F10 shows everything.",
            "方向键移动，Enter 选中，F2 重命名，A 添加，C 连接，M 移动，R 查看结果，Shift+F10 显示全部命令。";

        start_title: "Start with a drawing that resembles yours", "从与您的网络相似的示例开始";
        start_blank: "Blank canvas", "空白画布";
        start_blank_hint: "One account and one region, ready to be filled", "包含一个账号和一个地域，等待填充";
        start_file: "A plan from a file, or drop it anywhere on this page", "打开已有的方案文件，也可将文件拖到此页面";
        start_import: "Import from the cloud …", "从云上导入…";
        start_import_hint: "What the command line, Terraform or a table says of your networks", "来自命令行输出、Terraform 状态或表格";
        answers: "Answer a few questions", "回答几个问题";
        answers_hint: "Kind of group, product and place: the plan is drawn for you", "选择资源组类型、数据源和位置，自动生成方案";
        answers_draw: "Draw the plan", "生成方案";
        answer_group: "Which resource group?", "使用哪种资源组？";
        answer_product: "Which data source?", "要访问哪种数据源？";
        answer_place: "Where is the data source?", "数据源在哪里？";
        answer_account: "Whose is it?", "数据源属于哪个账号？";
        answer_region: "In which region is it?", "数据源位于哪个地域？";
        start_private: "No account, no credentials, no server: everything stays in this browser.",
            "无需账号和密钥，没有服务端：所有内容都只留在本浏览器中。";

        bad_file: "This file cannot be opened", "无法打开该文件";
        bad_file_kept: "Your present plan stays as it is. What is wrong in the file:", "当前方案保持不变。文件中的问题：";
        bad_file_whole: "the whole file", "整个文件";
        bad_file_import: "Output of the Alibaba Cloud client, Terraform state and CSV tables are no plans yet: Import makes one of them.", "阿里云 CLI 的输出、Terraform 状态和 CSV 表格还不是方案，可以用“导入”生成方案。";
        bad_file_read: "The browser could not read the file.", "浏览器无法读取该文件。";
        unknown_sample: "There is no sample of this name.", "没有这个名称的示例。";
        unknown_id: "This plan has no element with the id", "方案中没有此 ID 的元素：";
        open_copy: "Open a copy", "打开副本";
        embed_empty: "No plan to show yet.", "还没有可显示的方案。";
        opened: "Opened", "已打开";
        opening: "Opening…", "正在打开…";
        saved_file: "Saved as a file", "已保存为文件";

        search_placeholder: "Name, address, block, command or product", "名称、地址、网段、命令或产品";
        ask_add: "What to add: a place, group, connection or product", "要添加什么：网络位置、资源组、连接或产品";
        ask_connect: "What to connect with: name, address or block", "连接到哪里：名称、地址或网段";
        ask_place: "Where to move it: name or block of a place", "移动到哪里：位置的名称或网段";
        search_none: "Nothing found.", "未找到。";

        key: "Key", "按键";
        key_does: "What it does", "作用";

        broken_title: "Reachplan has stopped", "Reachplan 已停止运行";
        broken_text: "That is a defect of this page, not of your plan.", "这是页面的缺陷，与您的方案无关。";
        broken_first: "Save the plan as a file, then reload the page.", "请先将方案保存为文件，再重新加载页面。";
        broken_save: "Save the plan", "保存方案";
        broken_reload: "Reload", "重新加载";
    }
}
