namespace KediriLapor.House.Tests.Contract;

/// <summary>The part of the walk about what is not the city's, with whoever takes it over.</summary>
public sealed partial class AnswersTests
{
    private async Task HandOvers(Person stranger, Person officer, Person verifier)
    {
        var id = await Given.HandOver(people.Stranger(), officer);
        var (own, absent, unfit, key) = ("hand-overs/" + id, $"hand-overs/{Guid.Empty}", new { karangan = 1 }, Given.Key);
        var token = await Given.HandOverToken(officer, id);
        var yes = new { reply = "acknowledged", number = "PLN-1", expectedOn = IndonesianDay(3), by = "Posko PLN" };
        await Walk(
            officer.Get("hand-overs?pageSize=1"), officer.Get("hand-overs?unanswered=true"), officer.Get("hand-overs?after=karangan"), officer.Get(own),
            stranger.Get(own), stranger.Get(own, token), stranger.Get(own + "/request.json"), stranger.Get(own + "/document"),
            stranger.Get(own + "/request.json", token), stranger.Get(own + "/request.xml", token), stranger.Get(own + "/request.json?karangan=1", token), stranger.Get(own + "/document", token),
            stranger.Send("PUT", own + "/answer", yes), stranger.Send("PUT", own + "/answer", unfit, token), officer.Send("PUT", own + "/answer", yes),
            stranger.Send("PUT", own + "/answer", yes with { expectedOn = IndonesianDay(-1) }, token),
            officer.Send("POST", own + "/links", new { }), officer.Send("POST", own + "/links", unfit, Given.Key), officer.Send("POST", own + "/links", new { email = "karangan" }, Given.Key),
            officer.Send("POST", own + "/links", new { email = "posko@contoh.id" }, key), officer.Send("POST", absent + "/links", new { }, Given.Key));
        await Walk(officer.Send("POST", own + "/links", new { email = "posko@contoh.id" }, key));
        await Walk(
            officer.Send("DELETE", $"{own}/links/{Guid.Empty}"), officer.Send("DELETE", $"{own}/links/{await LinkOf(officer, own)}"), verifier.Get(own),
            stranger.Send("PUT", own + "/answer", yes, token));
        await Walk(stranger.Send("PUT", own + "/answer", yes, token), stranger.Send("PUT", own + "/answer", yes with { number = "PLN-2" }, token));
        for (var made = 2; made < KediriLapor.HandOvers.HandOverLink.Most; made++)
        {
            (await officer.Send("POST", own + "/links", new { }, Given.Key)).Dispose();
        }

        await Walk(officer.Send("POST", own + "/links", new { }, Given.Key));
    }

    private static async Task<string> LinkOf(Person officer, string handOver)
    {
        using var shown = await officer.Get(handOver);
        return (await Person.Read(shown))["links"]![1]!["id"]!.GetValue<string>();
    }

    private static DateOnly IndonesianDay(int ahead) => Platform.IndonesianDate.InWib(TimeProvider.System.GetUtcNow()).Day.AddDays(ahead);
}
