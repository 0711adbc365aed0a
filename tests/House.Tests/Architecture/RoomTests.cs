using System.Collections.Concurrent;
using NetArchTest.Rules;

namespace KediriLapor.House.Tests.Architecture;

/// <summary>Which room of <c>api/</c> may lean on which. A new arrow is a decision and is written here with its reason.</summary>
public sealed class RoomTests
{
    private static readonly System.Reflection.Assembly Api = typeof(Program).Assembly;

    /// <summary>The program as NetArchTest reads it: once for all, for that takes longer than any walk through it.</summary>
    private static readonly Types Read = Types.InAssembly(Api);

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        // plumbing that knows no noun
        ["Platform"] = [],
        // staff and their sessions; the tree of agencies is handed in by Program.cs
        ["Accounts"] = ["Persistence", "Platform"],
        // clocks count from a report's status; they never see a report
        ["Deadlines"] = ["Platform", "Reports.Model"],
        // tries an edit out on the open reports' clocks; the reports themselves follow by their own command
        ["CityCalendar"] = ["Accounts", "Deadlines", "Persistence", "Platform", "Reports.Model"],
        // a unit is dissolved once no rule names it and no open report is left to it
        ["Agencies"] = ["Accounts", "Persistence", "Platform", "Reports.Model", "Routing"],
        // other programs: their secrets, tokens and rights; a client's agencies are named as everywhere
        ["Clients"] = ["Accounts", "Agencies", "Persistence", "Platform"],
        // GET /services/suggest is a route of the services and a question to Routing; an edited target moves deadlines
        ["ServiceCatalog"] = ["Accounts", "Deadlines", "Persistence", "Platform", "Routing"],
        // rules and words; the ward one stands in settles a name that two share; corrections come by the outbox; an admin edits rules about services and their answers
        ["Routing"] = ["Accounts", "Agencies", "Persistence", "Platform", "Reports.Model", "ServiceCatalog"],
        ["Reports.Model"] = ["Accounts", "Deadlines", "Platform", "Routing"],
        ["Reports"] = ["Accounts", "Agencies", "Deadlines", "Merata.Model", "Mobmas.Model", "Persistence", "Platform", "Reports.Model", "Routing", "ServiceCatalog"],
        // hashes and signs what reports have recorded; opens a report for its reporter by the same door
        ["Proof"] = ["Accounts", "Persistence", "Platform", "Reports", "Reports.Model"],
        // what one may know of a person: read with a trace, corrected, erased, the browsers that hear of it and the call it came from too, and who asked for a car; the vault itself stands where reports are taken in
        ["Privacy"] = ["Accounts", "CallCentre", "Mobmas", "Notifications", "Persistence", "Platform", "Reports", "Reports.Model", "WhatsApp"],
        // all reports of one person, by a link to the contact in them; who holds it is asked at the reports' own door
        ["Reporters"] = ["Accounts", "Notifications", "Persistence", "Platform", "Reports", "Reports.Model"],
        // who is told what; reads reports, ladders and the works that reports follow, and the vault for the one moment of sending; what else there is to tell, its own room says
        ["Notifications"] = ["Accounts", "Deadlines", "Merata.Model", "Persistence", "Platform", "Reports", "Reports.Model", "ServiceCatalog"],
        // what happens, as it happens, to those who may see it
        ["Live"] = ["Accounts", "Persistence", "Platform", "Reports", "Reports.Model"],
        // a channel, and conversations that become reports and answers by the same intake and model as every other way
        ["WhatsApp"] = ["Accounts", "Agencies", "Deadlines", "Notifications", "Persistence", "Platform", "Reports", "Reports.Model", "Routing", "ServiceCatalog"],
        // other programs are told what happens: by which webhooks, as their clients may see it; one that is given up is told of by mail
        ["Webhooks"] = ["Accounts", "Clients", "Notifications", "Persistence", "Platform", "Reports.Model"],
        // what is not the city's, to whoever takes it over: signed with the city's keys, told as the neighbouring standard tells it, and mailed
        ["HandOvers"] = ["Accounts", "Agencies", "Notifications", "Open311", "Persistence", "Platform", "Proof", "Reports", "Reports.Model"],
        // another standard's door to the same use cases; keys are those of the clients
        ["Open311"] = ["Accounts", "Agencies", "Clients", "Deadlines", "Persistence", "Platform", "Reports", "Reports.Model", "Routing", "ServiceCatalog"],
        // words that fit a report's next step; the report they are about is seen as its reader sees it
        ["Replies"] = ["Accounts", "Agencies", "Persistence", "Platform", "Reports", "Reports.Model", "ServiceCatalog"],
        // a programme beside the reports: the same people and wards, the same codes and secrets, contacts checked as a reporter's; emergencies are heard by the city's own ear,
        // and a report that a ride serves hears of it, as who decides does
        ["Mobmas"] = ["Accounts", "Agencies", "Mobmas.Model", "Notifications", "Persistence", "Platform", "Reports", "Reports.Model", "Routing"],
        // what a request for a car is and how it may move, with the codes and the terms of reports
        ["Mobmas.Model"] = ["Accounts", "Platform", "Reports.Model"],
        // what a work is and how it may move; who acts is all it knows of people
        ["Merata.Model"] = ["Accounts", "Platform"],
        // works of the wards beside the reports: the same people, wards and uploads, and the reports that a work answers, in whose histories it is told
        ["Merata"] = ["Accounts", "Agencies", "Deadlines", "Merata.Model", "Persistence", "Platform", "Reports", "Reports.Model"],
        // whether works go as planned: the works, what was found at them, and the reports that follow them; its tables are told as the exports are, and its findings by mail
        ["Monev"] = ["Accounts", "Agencies", "Exports", "Merata", "Merata.Model", "Notifications", "Persistence", "Platform"],
        // calls, who calls, and who is sent: a complaint goes in at the reports' own door, the news run on the same stream, and units are told by mail too
        ["CallCentre"] = ["Accounts", "Agencies", "Live", "Notifications", "Persistence", "Platform", "Reports", "Reports.Model", "Routing", "ServiceCatalog"],
        // counts what the history tells, day by day; its tables are told as the exports are, and alarms name wards and services and are told by mail
        ["Statistics"] = ["Accounts", "Agencies", "Exports", "Notifications", "Persistence", "Platform", "Reports", "Reports.Model", "ServiceCatalog"],
        // whole lists as files: the queue's own filter, and the public table
        ["Exports"] = ["Accounts", "Persistence", "Platform", "Reports", "Reports.Model", "ServiceCatalog"],
        // one context for all tables, one snapshot of all reference data, one list of who hears which event
        ["Persistence"] = ["Accounts", "Agencies", "CallCentre", "Clients", "Deadlines", "Exports", "HandOvers", "Merata", "Merata.Model", "Mobmas", "Mobmas.Model", "Monev", "Notifications", "Open311", "Platform", "Privacy", "Proof", "Replies", "Reporters", "Reports", "Reports.Model", "Routing", "ServiceCatalog", "Statistics", "Webhooks", "WhatsApp"],
    };

    /// <summary>Who leans on a room, asked once: it takes a walk through the whole program.</summary>
    private static readonly ConcurrentDictionary<string, HashSet<string>> Leaners = new();

    private static IEnumerable<string> Rooms => MayUse.Keys;

    [Test]
    public void Every_type_lives_in_a_known_room()
    {
        var named = Api.GetTypes().Where(type => type.Namespace?.StartsWith("KediriLapor.", StringComparison.Ordinal) == true).ToArray();
        Assert.That(named, Is.Not.Empty);
        Assert.That(named.Where(type => RoomOf(type) is null).Select(type => type.FullName), Is.Empty);
    }

    [TestCaseSource(nameof(Rooms))]
    public void A_room_leans_on_those_it_may_and_on_all_of_them(string room)
    {
        Assert.That(TypesOf(room), Is.Not.Empty);
        Assert.That(Rooms.Where(other => other != room && Leaning(room, other).Length > 0), Is.EquivalentTo(MayUse[room]), () => string.Join(
            Environment.NewLine, Rooms.Except(MayUse[room]).Where(other => other != room).SelectMany(other => Leaning(room, other).Select(type => $"{type} on {other}"))));
    }

    private static string[] Leaning(string room, string other)
    {
        var leaners = Leaners.GetOrAdd(other, _ => [.. Read.That()
            .HaveDependencyOnAny([.. TypesOf(other).Select(type => type.FullName!)]).GetTypes().Select(type => type.FullName!)]);
        return [.. TypesOf(room).Select(type => type.FullName!).Where(leaners.Contains)];
    }

    private static Type[] TypesOf(string room) => [.. Api.GetTypes().Where(type => !type.IsNested && RoomOf(type) == room)];

    /// <summary>The room with the longest name that the namespace begins with.</summary>
    private static string? RoomOf(Type type) =>
        Rooms.Where(room => $"{type.Namespace}.".StartsWith($"KediriLapor.{room}.", StringComparison.Ordinal)).MaxBy(room => room.Length);
}
