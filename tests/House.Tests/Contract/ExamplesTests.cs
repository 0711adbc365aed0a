namespace KediriLapor.House.Tests.Contract;

/// <summary>The examples of <c>/docs</c> work when they are sent as they stand.</summary>
public sealed class ExamplesTests
{
    /// <summary>Not sent here, and why.</summary>
    private static readonly Dictionary<string, string> NotSent = new()
    {
        ["signIn"] = "the password of a demo person is chosen or made at each start",
        ["signOut"] = "whoever signs out is refused everything after",
        ["askForLink"] = "no way to send one is set up here; tests/Api.Tests/Reporters sends",
        ["openLink"] = "the token is in a message, and good once",
        ["listOwnReports"] = "and its session comes from such a token",
        ["unsubscribeFromMail"] = "the token is in a mail",
        ["showWhatsAppChallenge"] = "only Meta asks, with a word of its own",
        ["submitWhatsAppEvents"] = "only Meta sends, signed",
        ["hearQueue"] = "a stream does not end",
        ["hearReport"] = "a stream does not end",
        ["hearCalls"] = "a stream does not end",
        ["markCaller"] = "it rests on calls of its own city",
        ["mergeReport"] = "the body names another report",
        ["separateReport"] = "a report has to be merged first",
        ["retryNotification"] = "a notification has to be given up first",
        ["retryDeadEvent"] = "an event has to be given up first",
        ["removeReplyTemplate"] = "a template has an id of its own city",
        ["resetPassword"] = "needs a person who is not a demo one",
        ["liftLockout"] = "and again",
        ["readContact"] = "only a report with a contact has one to read",
        ["createWebhook"] = "an address on the internet has to take it; tests/Api.Tests/Webhooks has one",
        ["showWebhook"] = "and again",
        ["changeWebhook"] = "and again",
        ["removeWebhook"] = "and again",
        ["rotateWebhookSecret"] = "and again",
        ["pingWebhook"] = "and again",
        ["replayEvents"] = "and again",
        ["listDeliveries"] = "and again",
        ["showDelivery"] = "and again",
        ["replayDelivery"] = "and again",
        ["listEvents"] = "for other programs, which come with a token; tests/Api.Tests/Webhooks reads it",
        ["showHandOver"] = "a report has to be handed over first; tests/Api.Tests/HandOvers does that",
        ["answerHandOver"] = "and again",
        ["exportHandOver"] = "and again",
        ["readHandOverDocument"] = "and again",
        ["createHandOverLink"] = "and again",
        ["revokeHandOverLink"] = "and again",
        ["readCarFeed"] = "its address is a secret, told once; tests/Api.Tests/Mobmas reads it",
        ["linkReport"] = "the body names a report",
        ["removeReportLink"] = "a report has to be linked first",
        ["addWorkFiles"] = "the body names an upload",
        ["recordFinding"] = "the body names a work, and a day to come; tests/Api.Tests/Monev records some",
        ["showOpenData"] = "made once a day, not yet here",
        ["readOpenData"] = "and again",
    };

    private People people = null!;
    private ContractDocument contract = null!;
    private ExampleRequests examples = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        people = await People.ArriveAsync();
        using var client = people.Api.NewClient();
        contract = await ContractDocument.Read(client);
        examples = new ExampleRequests(people, contract);
    }

    [OneTimeTearDown]
    public async Task Stop() => await people.DisposeAsync();

    [Test]
    public void Every_example_keeps_to_its_schema()
    {
        var check = new SchemaCheck(contract);
        var bodies = contract.Operations.Where(operation => operation.RequestBody?["content"]?["application/json"] is not null)
            .Select(operation => (operation.Id, Content: operation.RequestBody!["content"]!["application/json"]!)).ToArray();
        Assert.That(bodies, Is.Not.Empty);
        Assert.That(bodies.Where(body => body.Content["example"] is null).Select(body => body.Id), Is.Empty, "without an example");
        Assert.That(bodies.SelectMany(body => check.Faults(body.Content["example"], body.Content["schema"]!).Select(fault => $"{body.Id} {fault}")), Is.Empty);
    }

    [Test]
    public async Task Every_example_works_as_it_stands()
    {
        var failed = new List<string>();
        foreach (var operation in contract.Operations.Where(operation => !NotSent.ContainsKey(operation.Id)))
        {
            var request = await examples.Of(operation);
            using var answer = await examples.Send(request);
            if (!answer.IsSuccessStatusCode)
            {
                failed.Add($"{operation} {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
        }

        Assert.That(failed, Is.Empty);
        Assert.That(NotSent.Keys.Except(contract.Operations.Select(operation => operation.Id)), Is.Empty, "of no operation");
    }
}
