using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Reports;

/// <summary>A story told twice: with the files on a disk, and in a bucket.</summary>
public abstract class FileStory(string place) : Story
{
    protected FilePlace Place { get; private set; } = null!;

    [OneTimeTearDown]
    public async Task ClosePlace() => await Place.DisposeAsync();

    protected override async Task<(string Key, string? Value)[]> SettingsAsync()
    {
        Place = await FilePlace.OpenAsync(place);
        return Place.Settings;
    }
}
