// Makes the documents of the npm package "docx" that lie in documents/.  Run: npm install docx && node make_documents.mjs FOLDER
import { writeFileSync } from "node:fs";
import * as docx from "docx";

const { Document, Packer, Paragraph, TextRun, Header, Footer, Table, TableRow, TableCell, PageOrientation } = docx;
const folder = process.argv[2];
const text = "Dokumen ini dibuat oleh program lain, lalu diberi kop surat.";
const body = (n) => Array.from({ length: n }, (_, i) => new Paragraph({ children: [new TextRun(`${i + 1}. ${text}`)] }));
const cell = (t) => new TableCell({ children: [new Paragraph(t)] });

const documents = {
  "npm-plain": [{ children: body(8) }],
  "npm-headers": [
    {
      headers: { default: new Header({ children: [new Paragraph("Kepala halaman lain")] }) },
      footers: { default: new Footer({ children: [new Paragraph("Kaki halaman")] }) },
      children: body(60),
    },
  ],
  "npm-first-page": [
    {
      properties: { titlePage: true },
      headers: {
        first: new Header({ children: [new Paragraph("Kepala halaman pertama")] }),
        default: new Header({ children: [new Paragraph("Kepala halaman lain")] }),
      },
      children: body(60),
    },
  ],
  "npm-landscape": [
    {
      properties: { page: { size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 } } },
      children: [new Table({ rows: [new TableRow({ children: [cell("Nama"), cell("Nilai")] })] }), ...body(4)],
    },
  ],
  "npm-two-sections": [
    { properties: { titlePage: true }, children: body(5) },
    {
      properties: { titlePage: true, page: { size: { orientation: PageOrientation.LANDSCAPE } } },
      children: body(5),
    },
  ],
};
for (const [name, sections] of Object.entries(documents)) {
  writeFileSync(`${folder}/${name}.docx`, await Packer.toBuffer(new Document({ creator: "Contoh", sections })));
}
