namespace KediriLapor.House.Tests.Endpoints;

/// <summary>How one calls what Merata does, on a work of Bandar Lor.</summary>
public sealed partial class AccessTests
{
    /// <returns>Null where the operation is another room's.</returns>
    private async Task<HttpResponseMessage?> AtWorks(string operationId, Person person)
    {
        return operationId switch
        {
            "listWorks" => await person.Get("merata/works"),
            "sumWorks" => await person.Get("merata/works/sums"),
            "proposeWork" => await person.Send("POST", "merata/works", Given.NewWork("35.71.01.1001"), ("Idempotency-Key", Guid.CreateVersion7().ToString())),
            "showWork" => await person.Get(await AWork()),
            "listWorkPlans" => await person.Get(await AWork() + "/plans"),
            "changeWork" => await person.Send("PUT", await AWork(), Given.ChangedWork(), Seen),
            "changeWorkStage" => await person.Send("POST", await AWork() + "/stage", new { to = "planned", number = "DPA/1" }, Seen),
            "recordRealisation" => await person.Send("PUT", await AWork() + "/realisation", new { volume = 1 }, Seen),
            "addWorkFiles" => await person.Send("POST", await AWork() + "/files", new { attachmentIds = new[] { Guid.CreateVersion7() }, photo = "before" }, Seen),
            "removeWorkFile" => await person.Send("POST", $"{await AWork()}/files/{Guid.CreateVersion7()}/removal", new { reason = "Wajah warga terlihat" }, Seen),
            "linkReport" => await person.Send("POST", await AWork() + "/reports", new { report = Guid.CreateVersion7().ToString() }, Seen),
            "removeReportLink" => await person.Send("POST", $"{await AWork()}/reports/{Guid.CreateVersion7()}/removal", new { reason = "Gang yang lain" }, Seen),
            "listPublicWorks" => await person.Get("public/works"),
            "sumPublicWorks" => await person.Get("public/works/sums"),
            "showPublicWork" => await person.Get("public/works/" + Guid.CreateVersion7()),
            "readPublicWorkPhoto" => await person.Get($"public/works/{Guid.CreateVersion7()}/photos/{Guid.CreateVersion7()}"),
            "readWorkPhoto" => await person.Get($"{await AWork()}/photos/{Guid.CreateVersion7()}"),
            "readWorkDocument" => await person.Get($"{await AWork()}/documents/{Guid.CreateVersion7()}"),
            "listFindings" => await person.Get("merata/findings"),
            "recordFinding" => await person.Send("POST", "merata/findings", Given.NewFinding(await Given.ContractedWork(persons["admin"])), ("Idempotency-Key", Guid.CreateVersion7().ToString())),
            "showFinding" => await person.Get("merata/findings/" + await Given.Finding(persons["admin"])),
            "moveFinding" => await person.Send("POST", $"merata/findings/{await Given.Finding(persons["admin"])}/steps", new { step = "close", note = "Sudah sesuai" }, Seen),
            "listIndicators" => await person.Get("monev/indicators"),
            "listAllIndicators" => await person.Get("admin/indicators"),
            "changeIndicator" => await person.Send("PUT", "monev/indicators/UJI_" + Guid.CreateVersion7().ToString("N").ToUpperInvariant(), Given.NewIndicator(), ("If-Match", "\"0\"")),
            "showMonevReport" => await person.Get("monev/report"),
            "exportMonevReport" => await person.Get("monev/report.pdf"),
            _ => null,
        };

        async Task<string> AWork() => "merata/works/" + await Given.Work(persons["admin"]);
    }

    private static (string Name, string? Value) Seen => ("If-Match", "\"1\"");
}
