using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.HandOvers;

/// <summary>
/// The hand-over as a sheet of paper: one HTML file with nothing outside it, which every browser prints or keeps as PDF, and with the signed record in
/// it, so that the sheet alone can be checked.
/// </summary>
internal static class HandOverDocument
{
    public const string ContentType = "text/html; charset=utf-8";

    private const string Style =
        """
        @page { size: A4; margin: 20mm }
        body { font: 11pt/1.5 Georgia, 'Times New Roman', serif; color: #111; background: #fff; max-width: 44em; margin: 2em auto; padding: 0 1em }
        header { border-bottom: 3px double #111; margin-bottom: 1.5em; padding-bottom: .5em }
        h1 { font-size: 16pt; margin: 0 } h2 { font-size: 12pt; margin: 1.5em 0 .3em } p { margin: .3em 0 }
        table { border-collapse: collapse; width: 100% } th, td { border-bottom: 1px solid #bbb; padding: .35em .8em .35em 0; text-align: left; vertical-align: top }
        th { width: 11em; font-weight: normal; color: #444 } blockquote { border-left: 3px solid #bbb; margin: .3em 0; padding-left: 1em; white-space: pre-wrap }
        pre { font: 7.5pt/1.4 monospace; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #bbb; padding: .8em } .small { font-size: 9pt; color: #444 }
        """;

    public static string NameOf(HandOverStatement statement) => $"serah-terima-{statement.Report.Number}.html";

    public static byte[] Of(HandOverView view)
    {
        var (said, report) = (view.Statement, view.Statement.Report);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\"><title>{Safe(NameOf(said))}</title><style>{Style}</style></head><body>");
        html.Append(CultureInfo.InvariantCulture, $"<header><p>{Safe(said.City)} · {Safe(said.Desk)}</p><h1>Berita Acara Serah Terima Laporan</h1><p>Nomor {Safe(report.Number)}</p></header>");
        html.Append(CultureInfo.InvariantCulture, $"<p>Laporan warga di bawah ini bukan kewenangan {Safe(said.City)} dan diserahkan kepada <strong>{Safe(said.To.Name)}</strong>.</p>");
        html.Append("<table>");
        Row("Jenis laporan", report.Service.Name);
        Row("Lokasi", string.Join(", ", new[] { report.Kelurahan is { } ward ? "Kelurahan " + ward.Name : null, report.Kecamatan is { } district ? "Kecamatan " + district.Name : null, said.City }.OfType<string>()));
        Row("Titik (WGS84)", report is { Lat: { } lat, Lng: { } lng } ? string.Create(CultureInfo.InvariantCulture, $"{lat:0.#####}, {lng:0.#####}") : null);
        Row("Diterima dari warga", IndonesianDate.Format(said.ReceivedAt));
        Row("Diserahkan", IndonesianDate.Format(said.HandedOverAt));
        Row("Unit yang menyerahkan", said.From?.Name ?? "Verifikator");
        Row("Alasan", said.Reason);
        Row("Jawaban diharapkan", "paling lambat " + IndonesianDate.Format(said.AnswerBy));
        html.Append("</table><h2>Isi laporan</h2>");
        html.Append(report.Text is { } text
            ? $"<blockquote>{Safe(text)}</blockquote>"
            : "<p>Laporan ini rahasia: isinya tidak ikut diserahkan. Hubungi kota untuk membicarakannya.</p>");
        html.Append("<h2>Jawaban penerima</h2>");
        Answer();
        html.Append(CultureInfo.InvariantCulture, $"<h2>Tanda tangan elektronik</h2><p class=\"small\">JWS (RFC 7515), ES256, kunci {Safe(view.KeyId)} dari {Safe(said.Site)}api/v1/public/history-roots/keys. Yang ditandatangani adalah isi bagian tengah; jawaban penerima tidak termasuk.</p>");
        html.Append(CultureInfo.InvariantCulture, $"<pre>{Safe(view.Jws)}</pre></body></html>");
        return Encoding.UTF8.GetBytes(html.ToString());

        void Row(string label, string? value) => html.Append(value is null ? "" : $"<tr><th>{Safe(label)}</th><td>{Safe(value)}</td></tr>");

        void Answer()
        {
            if (view.Answer is not { } answer)
            {
                html.Append("<p>Belum ada.</p>");
                return;
            }

            html.Append("<table>");
            Row("Jawaban", answer.Reply == HandOverReply.Acknowledged ? "Diterima" : "Ditolak");
            Row("Nomor penerima", answer.Number);
            Row("Ditindaklanjuti", answer.ExpectedOn is { } day ? "paling lambat " + IndonesianDate.Format(day) : null);
            Row("Alasan", answer.Reason);
            Row("Dijawab oleh", answer.By);
            Row("Kontak", answer.Contact);
            Row("Dijawab pada", IndonesianDate.Format(answer.At));
            html.Append("</table>");
        }
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
