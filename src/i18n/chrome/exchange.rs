//! The words of what leaves the page and comes into it: links, imports, exports, comparisons.

use super::words;

words! {
    /// The words of links, imports, exports and comparisons.
    Exchange {
        share: "Share a link", "分享链接";
        share_short: "Share", "分享";
        share_lead: "The link holds the whole plan. Whoever opens it gets a copy; yours stays as it is.",
            "链接中包含整个方案。打开链接的人得到一份副本，您的方案保持不变。";
        share_private: "Nothing is uploaded: the plan travels in the part of the address that browsers keep from servers. Whoever has the link can read the names and addresses in it.",
            "不会上传任何内容：方案位于地址中 # 之后的部分，浏览器不会将其发送给服务器。拿到链接的人可以看到其中的名称与地址。";
        link: "Link", "链接";
        link_copy: "It becomes yours with the first edit; your own plans stay in the list.", "首次编辑后即成为您自己的方案；您原有的方案仍在列表中。";
        characters: "characters: ", "个字符：";
        with_language: "Open in the language of this page", "以当前页面的语言打开";
        embed: "Put it into another page", "嵌入其他页面";
        embed_hint: "A picture to look at, with its result; nothing in it can be changed.", "只读的拓扑图及其结果，不可修改。";
        too_long: "This plan is too large for a link.", "方案过大，无法放入链接。";
        take_file: "Save as a file instead", "改为保存为文件";

        bad_link: "This link cannot be opened", "无法打开该链接";
        bad_link_kept: "What you had stays as it is.", "您原有的内容保持不变。";

        import: "Import", "导入";
        import_lead: "Output of the Alibaba Cloud command line, Terraform state, CSV lists or plans: paste it, choose files, or drop them anywhere on this page.",
            "支持阿里云命令行输出、Terraform 状态、CSV 列表和方案文件：可粘贴、选择文件，或将文件拖到页面任意位置。";
        import_private: "It is read in this browser only. Passwords and keys in it are dropped while reading.",
            "内容仅在本浏览器中读取，其中的密码和密钥在读取时即被丢弃。";
        import_text: "Pasted text", "粘贴的文本";
        import_files: "Files", "文件";
        import_pasted: "pasted text", "粘贴的文本";
        import_collector: "Script that collects all of it, read-only", "下载只读采集脚本";
        import_check: "Check the contents", "查看内容";
        import_reading: "Reading …", "正在读取…";
        import_drawing: "Drawing what was found …", "正在生成方案…";
        import_cancel: "Cancel", "取消";
        import_failed: "It could not be read.", "读取失败。";
        import_nothing: "Nothing in it was recognised.", "没有识别出任何内容。";
        import_as: "Where it goes", "导入到";
        import_new: "A new plan", "新方案";
        import_merge: "Into the present plan", "合并到当前方案";
        import_unchanged: "The present plan has all of it already.", "当前方案已包含全部内容。";
        import_apply: "Import", "导入";
        imported: "Imported", "已导入";

        export: "Export", "导出";
        export_failed: "It could not be written.", "生成失败。";
        picture: "Picture", "图片";
        picture_scale: "Scale of the PNG", "PNG 缩放";
        picture_theme: "Colours", "配色";
        picture_light: "Light", "浅色";
        picture_dark: "Dark", "深色";
        picture_svg: "Save as SVG", "保存为 SVG";
        picture_png: "Save as PNG", "保存为 PNG";
        picture_copy: "Copy the picture", "复制图片";
        picture_copied: "Copied", "已复制";
        picture_hint: "The file holds the plan as well: opened here, it is the plan again.", "图片文件中包含方案，在此打开即可恢复方案。";

        compare: "Compare", "对比";
        compare_lead: "Compare the present plan with another one: paste its link, or choose a file.",
            "将当前方案与另一个方案对比：粘贴其链接，或选择文件。";
        compare_link: "Link or text of the other plan", "另一个方案的链接或文本";
        compare_kept: "Or a plan of this browser", "或选择本浏览器中的方案";
        compare_kept_none: "Choose …", "选择…";
        compare_before: "The other plan is", "另一个方案是";
        compare_older: "the older one", "较旧的";
        compare_newer: "the newer one", "较新的";
        compare_run: "Compare", "对比";
    }
}
