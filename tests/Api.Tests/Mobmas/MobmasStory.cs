using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Mobmas;

/// <summary>A request for a car as its requester holds it.</summary>
public sealed record AskedCar(Guid Id, string TrackingCode, string Secret, int Version)
{
    public string StaffPath => $"/api/v1/mobmas/requests/{Id}";

    public string TrackingPath => $"/api/v1/mobmas/tracking/{TrackingCode}";

    public (string Name, string Value) SecretHeader => ("Report-Secret", Secret);
}

/// <summary>Stories about the demo cars: Bandar Lor has one of its own, its neighbour Bandar Kidul shares the pool of Mojoroto.</summary>
public abstract class MobmasStory : Story
{
    protected const string Requests = "/api/v1/mobmas/requests";
    protected const string OwnCar = "01930000-0000-7000-8000-000000001103";
    protected const string PoolCar = "01930000-0000-7000-8000-000000001101";
    protected const string Phone = "081234567890";

    /// <summary>The camat's too: the kecamatan of both wards.</summary>
    protected const string Camat = "camat.mojoroto";

    protected const string Ward = "petugas.bandar-lor";

    private readonly ConcurrentDictionary<(string, DateTimeOffset), Lazy<Task<Person>>> staff = new();

    /// <summary>In Kediri, some days after the working morning on which the story begins.</summary>
    protected static DateTimeOffset At(int day, int hour, int minute = 0) => Given.WorkingMorning.ToOffset(TimeSpan.FromHours(7)).AddDays(day).AddHours(hour - 9).AddMinutes(minute);

    protected static Dictionary<string, object?> Wish(int day, int from = 8, int until = 10, string kelurahan = Given.BandarLor, string purpose = "health") => new()
    {
        ["kelurahanCode"] = kelurahan,
        ["purpose"] = purpose,
        ["from"] = At(day, from),
        ["until"] = At(day, until),
        ["pickUp"] = "Gang 2 RT 03, depan musala",
        ["destination"] = "RSUD Gambiran",
        ["passengers"] = 2,
        ["contact"] = new { name = "Sulastri Kenari", phone = Phone },
    };

    protected static Dictionary<string, object?> With(Dictionary<string, object?> wish, string field, object? value) => new(wish) { [field] = value };

    protected Task<Answer> AskAsync(Dictionary<string, object?> wish, Person? by = null, Guid? key = null) =>
        (by ?? Given.Citizen).PostAsync(Requests, wish, ("Idempotency-Key", (key ?? Guid.CreateVersion7()).ToString()));

    protected async Task<AskedCar> AskedAsync(Dictionary<string, object?> wish, Person? by = null)
    {
        var answer = await AskAsync(wish, by);
        answer.HasStatus(HttpStatusCode.Created);
        return new AskedCar(
            answer.Body.GetProperty("id").GetGuid(), answer.Body.GetProperty("trackingCode").GetString()!, answer.Body.GetProperty("secret").GetString()!, answer.Body.GetProperty("version").GetInt32());
    }

    /// <summary>One of the demo people, signed in anew at every hour to which the story comes: their session ends while the clock leaps.</summary>
    protected Task<Person> StaffAsync(string userName) => staff.GetOrAdd((userName, Clock.GetUtcNow()), _ => new(async () =>
    {
        var person = new Person(Api);
        (await person.SignInAsync(userName, ApiHost.DemoPassword)).HasStatus(HttpStatusCode.OK);
        return person;
    })).Value;

    [OneTimeTearDown]
    public void Leave()
    {
        foreach (var person in staff.Values)
        {
            person.Value.Result.Dispose();
        }
    }

    protected async Task<Answer> MoveAsync(AskedCar asked, string userName, object move) =>
        await (await StaffAsync(userName)).ChangeAsync(asked.StaffPath + "/status", asked.Version, move);

    protected async Task<AskedCar> MovedAsync(AskedCar asked, string userName, object move)
    {
        var answer = await MoveAsync(asked, userName, move);
        answer.HasStatus(HttpStatusCode.OK);
        return asked with { Version = answer.Body.GetProperty("version").GetInt32() };
    }

    protected async Task<AskedCar> ApprovedAsync(int day, int from = 8, int until = 10) =>
        await MovedAsync(await AskedAsync(Wish(day, from, until)), Ward, new { to = "approved", carId = OwnCar });

    protected Task<Answer> TrackAsync(AskedCar asked) => Given.Citizen.GetAsync(asked.TrackingPath, asked.SecretHeader);

    protected async Task<JsonElement> CarAsync(string id) => (await (await StaffAsync(Camat)).GetAsync("/api/v1/mobmas/cars/" + id)).Body.GetProperty("car");

    protected static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
