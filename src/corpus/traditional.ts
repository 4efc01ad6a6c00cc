/** Simplified script into traditional, as Taiwan writes it: OpenCC's, mended where it reads words that are not there. */
import { Converter } from "opencc-js/cn2t";

const convert = Converter({ from: "cn", to: "tw" });

/**
 * What OpenCC makes of a text, and what it is. The end of one word and the beginning of the next are to it a third: 箇中 in 一个|中国, 好干 in
 * 好|干部, 大斗 in 伟大|斗争. Some words it writes in two ways (伙伴), or otherwise than the glossary's headwords (剋制). Found by comparing it,
 * over all texts of the glossary, with what it makes of their words one by one, and by reading whatever it writes in more than one way.
 */
const MENDED = `
一箇 一個
多箇 多個
曆史 歷史
曆次 歷次
髮展 發展
髮言 發言
髮文 發文
刊髮 刊發
發布 發佈
加註重 加注重
合並 合併
村並居 村併居
停並轉 停併轉
停、並、轉 停、併、轉
，併為 ，並為
併發放 並發放
併舉 並舉
交併宣 交並宣
併入庫 並入庫
推普周 推普週
閱讀周 閱讀週
按周 按週
干將 幹將
如干部 如幹部
察干部 察幹部
一干到底 一幹到底
好乾部 好幹部
幹淨 乾淨
采取 採取
采購 採購
系字面 係字面
系國共 係國共
系被迫 係被迫
系《 係《
以上系據 以上係據
婦聯繫統 婦聯系統
麵向 面向
迴歸 回歸
迴音 回音
回避 迴避
多隻取 多只取
是隻批 是只批
指明瞭 指明了
斗爭 鬥爭
製度 制度
製定 制定
改製為 改制為
年薪製 年薪制
製裁 制裁
臺製華 臺制華
市場準入 市場准入
設定準入 設定准入
檯盤村 臺盤村
總檯 總臺
應占 應佔
剋制 克制
大余地 大餘地
徵程 征程
籤約 簽約
免籤 免簽
商籤 商簽
另籤 另簽
行政複議 行政復議
委托 委託
託底 托底
夥伙 夥夥
伙伴 夥伴
舍小 捨小
不松， 不鬆，
不可松 不可鬆
高槓杆 高槓桿
東昇 東升
艱鉅 艱巨
彙集 匯集
釦押 扣押
捱打 挨打
孃家 娘家
淬鍊 淬煉
`
  .trim()
  .split("\n")
  .map((line) => line.split(" ") as [made: string, is: string]);

/** `text`, which is in simplified script, in traditional. */
export function toTraditional(text: string): string {
  return MENDED.reduce((written, [made, is]) => written.replaceAll(made, is), convert(text));
}
