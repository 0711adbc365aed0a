using System.Net;
using KediriLapor.Harness;
using KediriLapor.Persistence;
using KediriLapor.Reports.Attachments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Reports;

[TestFixture(FilePlace.Disk)]
[TestFixture(FilePlace.S3)]
public sealed class SweepTests(string kind)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private FakeTimeProvider clock = null!;
    private FilePlace place = null!;
    private ApiHost api = null!;
    private Given given = null!;

    [SetUp]
    public async Task Open()
    {
        clock = new FakeTimeProvider(Given.WorkingMorning);
        place = await FilePlace.OpenAsync(kind);
        api = await StartAsync();
        given = new Given(api);
    }

    [TearDown]
    public async Task Close()
    {
        given.Dispose();
        await api.DisposeAsync();
        await place.DisposeAsync();
    }

    [Test]
    public async Task An_upload_that_no_report_names_goes_after_a_day_its_row_first_and_then_its_files()
    {
        var kept = await UploadAsync();
        (await given.SubmitAsync(Given.Pollution with { AttachmentIds = [kept] })).HasStatus(HttpStatusCode.Created);
        await UploadAsync();
        Assert.That(await FilesAsync(), Has.Length.EqualTo(4));

        clock.Advance(TimeSpan.FromHours(24) - Minute);
        Assert.That(await api.RunAsync(new SweepUploads()) + await api.RunAsync(new SweepFiles()), Is.Zero);
        clock.Advance(Minute);
        Assert.That(await api.RunAsync(new SweepFiles()), Is.Zero, "no file goes before its row");
        Assert.That(await api.RunAsync(new SweepUploads()), Is.EqualTo(1));
        Assert.That(await api.RunAsync(new SweepFiles()), Is.EqualTo(2));

        Assert.That(await api.CountAsync("attachments"), Is.EqualTo(1));
        Assert.That(await FilesAsync(), Is.EquivalentTo(new[] { $"{kept}.jpg", $"{kept}.thumb.jpg" }));
    }

    [Test]
    public async Task Files_of_an_upload_that_was_cut_off_before_its_row_are_found_and_nothing_else_is_touched()
    {
        await UploadAsync();
        var cutOff = Guid.CreateVersion7(clock.GetUtcNow());
        var files = api.Services.GetRequiredService<IFileStore>();
        foreach (var name in new[] { $"{cutOff}.jpg", $"{cutOff}.thumb.jpg.new", $"{Guid.CreateVersion7(clock.GetUtcNow())}.pdf", "README" })
        {
            await files.Write($"{cutOff.ToString()[^2..]}/{name}", [1], CancellationToken.None);
        }

        clock.Advance(TimeSpan.FromHours(24) - Minute);
        Assert.That(await api.RunAsync(new SweepFiles()), Is.Zero);
        clock.Advance(Minute);
        Assert.That(await api.RunAsync(new SweepFiles()), Is.EqualTo(3));
        Assert.That(await FilesAsync(), Has.Length.EqualTo(3));
        Assert.That(await FilesAsync(), Does.Contain("README"));
    }

    [Test]
    public async Task However_many_there_are_they_are_read_by_pages()
    {
        for (var i = 0; i < 4; i++)
        {
            await UploadAsync();
        }

        if (place.Catcher is { } catcher)
        {
            catcher.PageSize = 3;
        }

        clock.Advance(TimeSpan.FromHours(24));
        await api.RunAsync(new SweepUploads());
        Assert.That(await api.RunAsync(new SweepFiles()), Is.EqualTo(8));
        Assert.That(await FilesAsync(), Is.Empty);
        Assert.That(place.Catcher?.PagesRead ?? 3, Is.GreaterThanOrEqualTo(3));
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
        await Task.WhenAll(api.RunAsync(new SweepFiles()), other.RunAsync(new SweepFiles()));

        Assert.That(rows.Sum(), Is.EqualTo(5));
        Assert.That(await FilesAsync(), Is.Empty);
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
        ApiHost.StartAsync(clock, place.Settings.ToDictionary(setting => setting.Key, setting => setting.Value), database);

    private Task<string[]> FilesAsync() => FilePlace.NamesAsync(api);

    private async Task<Guid> UploadAsync()
    {
        var uploaded = await given.Citizen.UploadAsync(Photo.Png());
        uploaded.HasStatus(HttpStatusCode.Created);
        return uploaded.Body.GetProperty("id").GetGuid();
    }
}
