using System.Text.RegularExpressions;
using KediriLapor.Harness;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Api.Tests.Open311;

/// <summary>Samples of the answers as they go over the wire; a difference is a decision. <c>UPDATE_GOLDEN=1</c> writes them anew.</summary>
public sealed partial class SampleTests : Story
{
    [Test]
    public async Task The_samples_are_what_is_answered()
    {
        var report = await Given.ReportAsync();
        Assert.That(await Eventually.SeeAsync(() => Api.InDatabaseAsync(db => db.PublicReports.CountAsync()), count => count == 1), Is.EqualTo(1));
        using var open311 = new Georeport(Api);
        var folder = Path.Combine(DataFolder.Repository!, "tests", "Api.Tests", "Open311", "samples");
        var paths = new Dictionary<string, string>
        {
            ["discovery"] = "/open311/discovery",
            ["service_definition"] = "/open311/v2/services/JLN-RUSAK",
            ["requests"] = $"/open311/v2/requests?service_request_id={report.Id}&extensions=true",
            ["token"] = "/open311/v2/tokens/" + report.Id,
            ["updates"] = "/open311/v2/servicerequestupdates",
            ["errors"] = "/open311/v2/services/KARANGAN",
        };
        foreach (var (name, path) in paths)
        {
            foreach (var format in new[] { "xml", "json" })
            {
                var split = path.Split('?', 2);
                var answer = await open311.GetAsync($"{split[0]}.{format}{(split.Length > 1 ? "?" + split[1] : "")}");
                await IsAsSampled($"{name}.{format}", answer.Text);
            }
        }

        foreach (var format in new[] { "xml", "json" })
        {
            var posted = await open311.PostAsync($"/open311/v2/requests.{format}", ("api_key", ApiHost.DemoApiKey), ("service_code", "SMP-ANGKUT"), ("lat", "-7.818385"), ("long", "112.003541"));
            await IsAsSampled($"posted_request.{format}", posted.Text);
            var update = await open311.PostAsync(
                $"/open311/v2/servicerequestupdates.{format}", ("api_key", ApiHost.DemoApiKey), ("service_request_id", report.Id.ToString()), ("update_id", format),
                ("updated_datetime", "2026-11-24T09:00:00+07:00"), ("status", "OPEN"), ("description", "Masih dikerjakan."));
            await IsAsSampled($"posted_update.{format}", Sequence().Replace(update.Text, ".SEQUENCE"));
        }

        async Task IsAsSampled(string name, string text)
        {
            var (told, file) = (Changeset().Replace(Id().Replace(text, "ID"), "WHEN"), Path.Combine(folder, name));
            if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            {
                Directory.CreateDirectory(folder);
                await File.WriteAllTextAsync(file, told + "\n");
            }

            Assert.That(told, Is.EqualTo((await File.ReadAllTextAsync(file)).TrimEnd('\n')), file);
        }
    }

    [GeneratedRegex(@"(?<=[0-9a-f]{12})\.\d+")]
    private static partial Regex Sequence();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    /// <summary>The catalogue was loaded when the database was made.</summary>
    [GeneratedRegex(@"(?<=changeset[>"":]+)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00")]
    private static partial Regex Changeset();
}
