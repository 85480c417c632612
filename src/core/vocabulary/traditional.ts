/** Traditional characters of the words of score tables, each before its simplified form. */
const PAIRS = [
  "總总績绩積积計计評评級级號号編编單单門门組组別别處处區区縣县鄉乡鎮镇員员職职幹干業业務务銷销廠厂車车間间線线項项標标準准權权會会屆届額额數数學学師师長长隊队團团",
  "檔档優优達达參参應应實实價价測测議议審审檢检結结終终綜综後后給给減减獎奖懲惩罰罚負负獲获節节點点備备註注說说問问題题據据記记錄录見见簽签蓋盖聯联繫系電电話话時时",
  "週周當当歷历變变動动進进與与對对於于開开關关滿满狀状態态發发廢废無无個个併并並并稱称簡简體体戰战競竞賽赛選选運运醫医護护廳厅網网銀银貨货經经營营顧顾導导購购駕驾",
  "駛驶機机構构織织國国產产內内補补貼贴辦办規规則则細细層层領领專专監监齡龄類类種种屬属係系轉转換换佔占傳传榮荣譽誉違违紀纪談谈責责連连續续頁页頭头複复製制鎖锁庫库",
  "際际歲岁確确認认設设訪访調调論论該该課课讀读遲迟還还陳陈離离難难雙双預预願愿飛飞驗验黨党齊齐嚴严從从圖图場场塊块壞坏夢梦夠够孫孙寫写將将幣币強强張张採采損损擔担",
  "擇择擴扩攝摄斷断條条極极樣样橋桥歡欢歸归殘残決决沒没況况淺浅潔洁灣湾為为熱热爭争獨独現现環环異异療疗盤盘礎础稅税穩稳窮穷筆笔範范紅红純纯統统維维緊紧縮缩繼继罷罢",
  "義义習习聖圣聽听興兴舊旧藝艺術术蘇苏衛卫裝装視视觀观訓训託托許许訴诉詞词試试詢询詳详誠诚誤误請请諒谅證证識识豐丰財财貧贫貢贡賣卖質质賬账賀贺資资趕赶跡迹較较載载",
  "輔辅輕轻輪轮輸输轄辖農农適适遠远郵邮鄰邻醜丑釋释鐘钟鋪铺錯错鏈链鐵铁閱阅隨随險险靜静韓韩順顺須须頒颁頻频顆颗顯显風风飯饭飲饮館馆駐驻騎骑驟骤鬥斗魚鱼鳥鸟麗丽黃黄",
  "龍龙",
].join("");

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [
    PAIRS.charAt(index * 2),
    PAIRS.charAt(index * 2 + 1),
  ]),
);

/** The simplified form of a traditional character; any other character as it is. */
export function simplified(character: string): string {
  return SIMPLIFIED.get(character) ?? character;
}
