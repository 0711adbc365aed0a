using System.Net;
using KediriLapor.Harness;
using KediriLapor.Persistence;
using KediriLapor.Reports;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Reports;

public sealed class SweepTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private FakeTimeProvider clock = null!;
    private string data = null!;
    private ApiHost api = null!;
    private Given given = null!;

    private string[] Files => Directory.GetFiles(Path.Combine(data, "attachments"), "*", SearchOption.AllDirectories);

    [SetUp]
    public async Task Open()
    {
        clock = new FakeTimeProvider(Given.WorkingMorning);
        data = PostgresServer.NewFolder();
        api = await StartAsync();
        given = new Given(api);
    }

    [TearDown]
    public async Task Close()
    {
        given.Dispose();
        await api.DisposeAsync();
    }

    [Test]
    public async Task An_upload_that_no_report_names_goes_after_a_day_its_row_first_and_then_its_files()
    {
        var kept = await UploadAsync();
        (await given.SubmitAsync(Given.Pollution with { AttachmentIds = [kept] })).HasStatus(HttpStatusCode.Created);
        await UploadAsync();
        Assert.That(Files, Has.Length.EqualTo(4));

        clock.Advance(TimeSpan.FromHours(24) - Minute);
        Assert.That(await api.RunAsync(new SweepUploads()) + await api.RunAsync(new SweepPictureFiles()), Is.Zero);
        clock.Advance(Minute);
        Assert.That(await api.RunAsync(new SweepPictureFiles()), Is.Zero, "no file goes before its row");
        Assert.That(await api.RunAsync(new SweepUploads()), Is.EqualTo(1));
        Assert.That(await api.RunAsync(new SweepPictureFiles()), Is.EqualTo(2));

        Assert.That(await api.CountAsync("attachments"), Is.EqualTo(1));
        Assert.That(Files.Select(Path.GetFileName), Is.EquivalentTo(new[] { $"{kept}.jpg", $"{kept}.thumb.jpg" }));
    }

    [Test]
    public async Task Files_of_an_upload_that_was_cut_off_before_its_row_are_found_and_nothing_else_is_touched()
    {
        await UploadAsync();
        var cutOff = Guid.CreateVersion7(clock.GetUtcNow());
        var place = Directory.CreateDirectory(Path.Combine(data, "attachments", cutOff.ToString()[^2..])).FullName;
        await File.WriteAllTextAsync(Path.Combine(place, $"{cutOff}.jpg"), "picture");
        await File.WriteAllTextAsync(Path.Combine(place, $"{cutOff}.thumb.jpg.new"), "half a picture");
        await File.WriteAllTextAsync(Path.Combine(place, "README"), "whoever keeps the disk");

        clock.Advance(TimeSpan.FromHours(24) - Minute);
        Assert.That(await api.RunAsync(new SweepPictureFiles()), Is.Zero);
        clock.Advance(Minute);
        Assert.That(await api.RunAsync(new SweepPictureFiles()), Is.EqualTo(2));
        Assert.That(Files, Has.Length.EqualTo(3));
        Assert.That(Files.Select(Path.GetFileName), Does.Contain("README"));
    }

    [Test]
    public async Task Two_instances_that_sweep_at_once_do_it_once()
    {
        for (var i = 0; i < 5; i++)
        {
            await UploadAsync();
        }

        await using var other = await StartAsync(api.Database);
        clock.Advance(TimeSpan.FromHours(24));

        var rows = await Task.WhenAll(api.RunAsync(new SweepUploads()), other.RunAsync(new SweepUploads()));
        await Task.WhenAll(api.RunAsync(new SweepPictureFiles()), other.RunAsync(new SweepPictureFiles()));

        Assert.That(rows.Sum(), Is.EqualTo(5));
        Assert.That(Files, Is.Empty);
    }

    [Test]
    public async Task An_answer_is_given_again_for_seven_days_and_then_forgotten()
    {
        var key = Guid.CreateVersion7();
        (await given.SubmitAsync(Given.Pollution, key)).HasStatus(HttpStatusCode.Created);

        clock.Advance(TimeSpan.FromDays(7) - Minute);
        Assert.That(await api.RunAsync(new SweepIdempotentAnswers()), Is.Zero);
        Assert.That((await given.SubmitAsync(Given.Pollution, key)).Header("Idempotency-Replayed"), Is.EqualTo("true"));
        clock.Advance(Minute);
        Assert.That(await api.RunAsync(new SweepIdempotentAnswers()), Is.EqualTo(1));
        Assert.That(await api.CountAsync("idempotent_answers"), Is.Zero);
    }

    private Task<ApiHost> StartAsync(string? database = null) =>
        ApiHost.StartAsync(clock, new Dictionary<string, string?> { [DataFolder.Setting] = data }, database);

    private async Task<Guid> UploadAsync()
    {
        var uploaded = await given.Citizen.UploadAsync(Photo.Png());
        uploaded.HasStatus(HttpStatusCode.Created);
        return uploaded.Body.GetProperty("id").GetGuid();
    }
}
