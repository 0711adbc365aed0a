namespace KediriLapor.House.Tests.Endpoints;

/// <summary>How one calls what the desk of 112 does.</summary>
public sealed partial class AccessTests
{
    private static readonly (string, string?) First = ("If-Match", "\"1\"");

    /// <returns>Null where the operation is another room's.</returns>
    private async Task<HttpResponseMessage?> AtCalls(string operationId, Person person)
    {
        return operationId switch
        {
            "logCall" => await Keyed("calls", new { kind = "ghost" }),
            "listCalls" => await person.Get("calls"),
            "countCalls" => await person.Get("calls/counts"),
            "hearCalls" => await person.Open("calls/events"),
            "showCall" => await person.Get("calls/" + await ACall()),
            "correctCall" => await person.Send("POST", $"calls/{await ACall()}/correction", new { kind = "information" }, First),
            "createReportFromCall" => await Keyed($"calls/{await ACall()}/report", new { serviceCode = "JLN-RUSAK", description = "Jalan berlubang", location = Given.Place }, First),
            "readCallerNumber" => await person.Send("POST", $"calls/{await ACall()}/number-readings", new { reason = "Menelepon kembali" }),
            "lookUpCaller" => await person.Send("POST", "calls/callers", new { phone = "081234567890" }),
            "markCaller" => await Keyed("calls/marks", await Given.NewMark(persons["operator"])),
            "listMarks" => await person.Get("calls/marks"),
            "reviewMark" => await person.Send("POST", $"calls/marks/{(await Given.Mark(persons["operator"]))["id"]}/review", new { review = "confirmed", note = "Didengar" }, First),
            "listCallerReadings" => await person.Get("audit/callers"),
            "startDispatch" => await Keyed("dispatches", Given.Fire),
            "listDispatches" => await person.Get("dispatches"),
            "showDispatch" => await person.Get("dispatches/" + await AFire()),
            "changeDispatch" => await person.Send("POST", $"dispatches/{await AFire()}/changes", new { note = "Dari barat" }, First),
            "askUnit" => await person.Send("POST", $"dispatches/{await AFire()}/units", new { agencyCode = "BPBD" }, First),
            "moveUnit" => await person.Send("POST", $"dispatches/{await AFire()}/units/DPUPR/steps", new { step = "dispatched" }, First),
            "cancelDispatch" => await person.Send("POST", $"dispatches/{await AFire()}/cancellation", new { reason = "Salah lapor" }, First),
            "exportCap" => await person.Get($"dispatches/{await AFire()}/cap"),
            _ => null,
        };

        async Task<string> ACall() => (await Given.Call(persons["operator"]))["id"]!.GetValue<string>();

        async Task<string> AFire() => (await Given.Dispatch(persons["operator"]))["id"]!.GetValue<string>();

        Task<HttpResponseMessage> Keyed(string path, object body, params (string, string?)[] headers) =>
            person.Send("POST", path, body, [.. headers, ("Idempotency-Key", Guid.CreateVersion7().ToString())]);
    }
}
