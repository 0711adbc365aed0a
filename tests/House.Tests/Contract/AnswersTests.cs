using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KediriLapor.Harness;
using KediriLapor.Platform.Limits;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.House.Tests.Contract;

/// <summary>
/// A walk through every operation, successes and refusals: each answer keeps to the contract, and each declared answer happens.
/// </summary>
public sealed partial class AnswersTests
{
    private const string Sentence = "Jalan berlubang di depan pasar";

    /// <summary>Declared, true, and not to be had by one request after another.</summary>
    private static readonly Dictionary<(string OperationId, string Status), string> NotSeenHere = new()
    {
        [("uploadAttachment", "503")] = "the place of the files has to be away; tests/Api.Tests/Reports does that",
        [("uploadAttachment", "507")] = "and its disk full",
        [("exportReports", "503")] = "many files have to be on their way; tests/Api.Tests/Exports keeps them there",
        [("exportMonevReport", "503")] = "and again",
        [("readOpenData", "503")] = "and again",
        [("exportStatistics", "503")] = "and again",
        [("readReportAttachment", "503")] = "and again",
        [("readReportDocument", "503")] = "and again",
        [("readTrackedAttachment", "503")] = "and again",
        [("signIn", "422")] = "a one-time password has to be given first; tests/Api.Tests/Accounts does that",
        [("submitReport", "409")] = "two reports naming one upload have to meet within a transaction",
        [("correctPersonalData", "409")] = "two corrections have to meet within a transaction",
        [("correctPersonalData", "412")] = "two first corrections have to meet within a transaction",
        [("erasePersonalData", "409")] = "two erasures have to meet within a transaction",
        [("unsubscribeFromMail", "204")] = "the token is in a mail; tests/Api.Tests/Notifications reads it there",
        [("askForLink", "202")] = "no way to send one is set up here; tests/Api.Tests/Reporters sends",
        [("subscribeToReport", "409")] = "a report has to be closed for a year first",
        [("followReport", "409")] = "a thousand browsers have to follow first",
        [("hearQueue", "200")] = "a stream does not end; tests/Api.Tests/Live listens",
        [("hearReport", "200")] = "a stream does not end; tests/Api.Tests/Live listens",
        [("hearCalls", "200")] = "a stream does not end; tests/Api.Tests/CallCentre listens",
        [("retryNotification", "409")] = "nothing is sent here; tests/Api.Tests/Notifications sends",
        [("retryDeadEvent", "204")] = "an event has to fail for hours first",
        [("createWebhook", "409")] = "fifty webhooks have to be made first; tests/Api.Tests/Webhooks does that",
        [("readWorkPhoto", "503")] = "the place of the files has to be away; tests/Api.Tests/Reports does that",
        [("readPublicWorkPhoto", "503")] = "and again",
        [("readWorkDocument", "503")] = "and again",
        [("eraseCarRequestData", "409")] = "a car has to be on the road; tests/Api.Tests/Mobmas drives",
        [("correctCarRequestData", "412")] = "two corrections have to meet within a transaction",
        [("erasePersonalData", "412")] = "an officer's move and an erasure have to meet within a transaction",
    };

    private People people = null!;
    private ContractDocument contract = null!;
    private ContractWatch watch = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        people = await People.ArriveAsync();
        using var client = people.Api.NewClient();
        contract = await ContractDocument.Read(client);
        watch = new ContractWatch(contract);
    }

    [OneTimeTearDown]
    public async Task Stop() => await people.DisposeAsync();

    [Test]
    public async Task Every_answer_keeps_to_the_contract_and_every_declared_answer_happens()
    {
        var stranger = people.Stranger(watch.Handler());
        var (officer, verifier, admin) = (await SignedIn("petugas.dpupr"), await SignedIn("verifikator"), await SignedIn("admin"));

        await ReferenceData(stranger, officer);
        await Sessions(stranger);
        await Sending(stranger);
        await Reading(stranger, officer);
        await Moving(stranger, officer, verifier);
        await Tracking(stranger, officer);
        await Rating(stranger, officer);
        await Duplicates(stranger, officer);
        await Supporting(stranger, officer);
        await PersonalData(stranger, officer, await SignedIn("inspektorat"));
        await OwnReports(stranger);
        await Calendar(stranger, admin, verifier);
        await Notifications(stranger, admin);
        await Browsers(stranger);
        await WhatsApp(stranger);
        await Replies(stranger, admin, officer);
        await Exports(stranger, officer);
        await Administration(admin);
        await Clients(stranger, admin);
        await Webhooks(admin);
        await HandOvers(stranger, officer, verifier);
        await Calls(await SignedIn("operator"), verifier, officer, await SignedIn("inspektorat"));
        await Mobmas(stranger, admin);
        await Merata(stranger, admin);
        await Monev(stranger, admin);
        await Knocking(stranger, admin, verifier, await SignedIn("operator"));
        await Crowding();

        var declared = contract.Operations.SelectMany(operation => operation.Responses.Keys.Select(status => (operation.Id, status))).ToArray();
        Assert.That(declared, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(watch.Faults, Is.Empty);
            Assert.That(declared.Except(watch.Seen).Except(NotSeenHere.Keys), Is.Empty, "declared, never seen");
        });
    }

    /// <summary>What every operation of a kind answers: nobody signed in, nobody's right, a parameter or a body it does not know.</summary>
    private async Task Knocking(Person stranger, Person admin, Person verifier, Person taker)
    {
        var made = await Given.Client(admin, null, "exports:read");
        using var machine = await people.Client(made["client"]!["clientId"]!.GetValue<string>(), made["secret"]!.GetValue<string>(), watch.Handler());
        foreach (var operation in contract.Operations)
        {
            var path = PathOf(operation);
            // what is an admin's is nobody else's, and the other way round
            var (may, mayNot) = operation.Path.StartsWith("/api/v1/admin/", StringComparison.Ordinal) || operation.Path.StartsWith("/api/v1/webhooks", StringComparison.Ordinal) ? (admin, verifier)
                : (operation.Path.StartsWith("/api/v1/calls", StringComparison.Ordinal) && operation.Id != "reviewMark") || operation.Path.StartsWith("/api/v1/dispatches", StringComparison.Ordinal) ? (taker, admin)
                : (verifier, admin);
            if (operation.RequestBody is not null)
            {
                // with its length told in advance, as browsers do, a body is refused before it is read
                var longBody = JsonSerializer.Serialize(new { panjang = new string('x', 300 * 1024) });
                await Walk(
                    may.Send(operation.Method, path, new StringContent("karangan")),
                    may.Send(operation.Method, path, new StringContent(longBody, Encoding.UTF8, "application/json")));
            }
            else if (operation.Method == "GET")
            {
                await Walk(may.Get(path + "?karangan=1"));
            }

            // signing out is walked above; here it would send the admin away
            if (operation.NeedsSession && operation.Id != "signOut")
            {
                object? body = operation.RequestBody is null ? null : new { to = "closed", agencyCode = "DPUPR" };
                await Walk(stranger.Send(operation.Method, path, body), mayNot.Send(operation.Method, path, body), machine.Send(operation.Method, path, body));
            }
        }
    }

    /// <summary>Every operation tells whoever comes too often when to come again.</summary>
    private async Task Crowding()
    {
        var one = Enum.GetNames<RouteClass>().Append(nameof(LimitSettings.NeighbourFactor)).Select(name => ("Limits:" + name, (string?)"1"));
        await using var api = await ApiHost.StartDemoAsync(database: people.Api.Database, settings: [.. one]);
        using var stranger = new Person(api.NewClient(watch.Handler()));
        foreach (var operation in contract.Operations)
        {
            await Walk(stranger.Send(operation.Method, PathOf(operation)), stranger.Send(operation.Method, PathOf(operation)));
        }
    }

    /// <summary>Below <c>/api/v1</c>, of things that are nowhere.</summary>
    private static string PathOf(Operation operation) => Guids().Replace(operation.Path["/api/v1/".Length..], Guid.Empty.ToString())
        .Replace("request.{format}", "request.json", StringComparison.Ordinal).Replace("{code}", "not_found", StringComparison.Ordinal).Replace("{agency}", "DPUPR", StringComparison.Ordinal)
        .Replace("{date}", "2026-12-25", StringComparison.Ordinal).Replace("{validFrom}", "2026-02-19", StringComparison.Ordinal)
        .Replace("{trackingCode}", "0000-0000-000", StringComparison.Ordinal).Replace("{userName}", "tiada", StringComparison.Ordinal)
        .Replace("{occasion}/{voice}/{language}", "received/reporter/id", StringComparison.Ordinal).Replace("{eventId}", "0", StringComparison.Ordinal);

    [GeneratedRegex(@"\{(?!eventId)\w*[iI]d\}")]
    private static partial Regex Guids();

    /// <summary>Steps that are on their way at once: none of them changes what another refuses to.</summary>
    private static async Task Walk(params Task<HttpResponseMessage>[] steps)
    {
        foreach (var step in steps)
        {
            using var answer = await step;
        }
    }

    private Task<Person> SignedIn(string userName) => people.SignedIn(userName, watch.Handler());
}
