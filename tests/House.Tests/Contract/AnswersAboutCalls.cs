namespace KediriLapor.House.Tests.Contract;

/// <summary>The part of the walk about 112.</summary>
public sealed partial class AnswersTests
{
    private static async Task Calls(Person taker, Person verifier, Person officer, Person auditor)
    {
        var (first, stale, wrong, unfit) = (("If-Match", "\"1\""), ("If-Match", "\"99\""), ("If-Match", "*"), new { karangan = 1 });
        var (call, other) = (await Id(Given.Call(taker)), await Id(Given.Call(taker, "prank")));
        var report = new { serviceCode = "JLN-RUSAK", description = Sentence, location = Given.Place };
        var (correction, filed, number) = ($"calls/{call}/correction", $"calls/{call}/report", $"calls/{call}/number-readings");
        var (absent, nowhere) = ($"calls/{Guid.Empty}", $"dispatches/{Guid.Empty}");
        await Walk(
            taker.Send("POST", "calls", new { kind = "ghost" }, NewKey()), taker.Send("POST", "calls", new { kind = "ghost" }), taker.Send("POST", "calls", new { kind = "ghost", phone = "bukan nomor" }, NewKey()),
            taker.Get("calls?kind=complaint&pageSize=1"), taker.Get("calls/counts?from=2026-11-01&until=2026-11-30"), taker.Get("calls/events?karangan=1"), taker.Get("calls/" + call), taker.Get(absent),
            taker.Send("POST", correction, new { note = "Jelas" }), taker.Send("POST", correction, new { note = "Jelas" }, stale), taker.Send("POST", correction, unfit, first),
            taker.Send("POST", correction, new { phone = "bukan nomor" }, first), taker.Send("POST", absent + "/correction", new { note = "Jelas" }, first),
            taker.Send("POST", filed, report, NewKey()), taker.Send("POST", filed, report, NewKey(), stale), taker.Send("POST", filed, report, first),
            taker.Send("POST", filed, new { serviceCode = "KARANGAN", description = Sentence, location = Given.Place }, NewKey(), first), taker.Send("POST", absent + "/report", report, NewKey(), first),
            taker.Send("POST", number, new { reason = "Menelepon kembali" }), taker.Send("POST", number, new { reason = "x" }), taker.Send("POST", absent + "/number-readings", new { reason = "Menelepon kembali" }),
            taker.Send("POST", "calls/callers", new { phone = "081234567890" }), taker.Send("POST", "calls/callers", new { phone = "bukan" }), taker.Send("POST", "calls/callers", unfit));
        await Walk(taker.Send("POST", correction, new { note = "Jelas" }, first));
        await Walk(taker.Send("POST", filed, report, NewKey(), ("If-Match", "\"2\"")));
        await Walk(taker.Send("POST", filed, report, NewKey(), ("If-Match", "\"3\"")), taker.Send("POST", correction, new { kind = "ghost" }, ("If-Match", "\"3\"")));

        var mark = $"calls/marks/{await Id(Given.Mark(taker))}/review";
        var judgement = new { review = "lifted", note = "Ternyata benar" };
        await Walk(
            taker.Send("POST", "calls/marks", await Given.NewMark(taker), NewKey()), taker.Send("POST", "calls/marks", unfit, NewKey()),
            taker.Send("POST", "calls/marks", new { kind = "prank", callIds = new[] { call, other }, note = "Bukan" }, NewKey()), taker.Get("calls/marks?review=pending&pageSize=1"),
            verifier.Send("POST", mark, judgement), verifier.Send("POST", mark, judgement, stale), verifier.Send("POST", mark, judgement, wrong),
            verifier.Send("POST", mark, new { review = "pending", note = "Belum" }, first), verifier.Send("POST", $"calls/marks/{Guid.Empty}/review", judgement, first));
        await Walk(verifier.Send("POST", mark, judgement, first));
        await Walk(verifier.Send("POST", mark, judgement, ("If-Match", "\"2\"")), auditor.Get("audit/callers?pageSize=1"), auditor.Get("audit/callers?karangan=1"));

        await Walk(
            taker.Send("POST", "dispatches", Given.Fire, NewKey()), taker.Send("POST", "dispatches", unfit, NewKey()), taker.Send("POST", "dispatches", new { serviceCode = "JLN-RUSAK", place = "Pasar" }, NewKey()),
            taker.Send("POST", "dispatches", new { serviceCode = "DAR-KEBAKARAN", place = "Pasar", units = new[] { "DPUPR" }, callIds = new[] { other } }, NewKey()));
        await Walk(taker.Send("POST", "dispatches", new { serviceCode = "DAR-KEBAKARAN", place = "Pasar", units = new[] { "DPUPR" }, callIds = new[] { other } }, NewKey()));
        var fire = "dispatches/" + await Id(Given.Dispatch(taker));
        var (change, unit, step, reason) = (new { note = "Dari barat" }, new { agencyCode = "BPBD" }, new { step = "dispatched" }, new { reason = "Salah lapor" });
        var steps = fire + "/units/DPUPR/steps";
        await Walk(
            officer.Get("dispatches?state=open&pageSize=1"), officer.Get(fire), officer.Get(nowhere), officer.Get(fire + "/cap"), officer.Get(nowhere + "/cap"), officer.Get(fire + "/cap?scope=karangan"),
            taker.Send("POST", fire + "/changes", change), taker.Send("POST", fire + "/changes", change, stale), taker.Send("POST", fire + "/changes", unfit, first),
            taker.Send("POST", fire + "/changes", new { kelurahanCode = "karangan" }, first), taker.Send("POST", nowhere + "/changes", change, first),
            taker.Send("POST", fire + "/units", unit), taker.Send("POST", fire + "/units", unit, stale), taker.Send("POST", fire + "/units", unfit, first),
            taker.Send("POST", fire + "/units", new { agencyCode = "KARANGAN" }, first), taker.Send("POST", fire + "/units", new { agencyCode = "DPUPR" }, first), taker.Send("POST", nowhere + "/units", unit, first),
            officer.Send("POST", steps, step), officer.Send("POST", steps, step, stale), officer.Send("POST", steps, unfit, first), officer.Send("POST", steps, new { step = "declined" }, first),
            officer.Send("POST", steps, new { step = "done" }, first), officer.Send("POST", fire + "/units/DLHKP/steps", step, first),
            taker.Send("POST", fire + "/cancellation", reason), taker.Send("POST", fire + "/cancellation", reason, stale), taker.Send("POST", fire + "/cancellation", unfit, first),
            taker.Send("POST", nowhere + "/cancellation", reason, first));
        await Walk(officer.Send("POST", steps, step, first));
        await Walk(taker.Send("POST", fire + "/units", unit, ("If-Match", "\"2\"")));
        await Walk(taker.Send("POST", fire + "/changes", change, ("If-Match", "\"3\"")));
        await Walk(taker.Send("POST", fire + "/cancellation", reason, ("If-Match", "\"4\"")));
        await Walk(taker.Send("POST", fire + "/cancellation", reason, ("If-Match", "\"5\"")), taker.Send("POST", fire + "/changes", change, ("If-Match", "\"5\"")));

        static (string, string?) NewKey() => ("Idempotency-Key", Guid.CreateVersion7().ToString());

        static async Task<string> Id(Task<System.Text.Json.Nodes.JsonNode> made) => (await made)["id"]!.GetValue<string>();
    }
}
